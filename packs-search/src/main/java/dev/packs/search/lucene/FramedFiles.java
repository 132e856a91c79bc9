package dev.packs.search.lucene;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.lucene.store.BaseDirectory;
import org.apache.lucene.store.ByteBuffersDataInput;
import org.apache.lucene.store.ByteBuffersIndexInput;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.store.NoLockFactory;

/**
 * All files of an index in one, one after the other behind a list of their names and lengths, so that an index appears and goes as a whole. Read only. Checksums are the business of whoever
 * keeps it.
 */
final class FramedFiles extends BaseDirectory {

    private final Map<String, ByteBuffer> files;

    private FramedFiles(Map<String, ByteBuffer> files) {
        super(NoLockFactory.INSTANCE);
        this.files = files;
    }

    static byte[] of(Directory directory) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        String[] names = directory.listAll();
        out.writeInt(names.length);
        for (String name : names) {
            byte[] text = name.getBytes(StandardCharsets.UTF_8);
            out.writeInt(text.length);
            out.write(text);
            out.writeInt(Math.toIntExact(directory.fileLength(name)));
        }
        byte[] buffer = new byte[1 << 16];
        for (String name : names) {
            try (IndexInput in = directory.openInput(name, IOContext.READONCE)) {
                for (long left = in.length(); left > 0; ) {
                    int part = (int) Math.min(left, buffer.length);
                    in.readBytes(buffer, 0, part);
                    out.write(buffer, 0, part);
                    left -= part;
                }
            }
        }
        return bytes.toByteArray();
    }

    static FramedFiles read(ByteBuffer all) {
        ByteBuffer in = all.slice();
        int count = in.getInt();
        String[] names = new String[count];
        int[] lengths = new int[count];
        for (int i = 0; i < count; i++) {
            byte[] text = new byte[in.getInt()];
            in.get(text);
            names[i] = new String(text, StandardCharsets.UTF_8);
            lengths[i] = in.getInt();
        }
        Map<String, ByteBuffer> files = new TreeMap<>();
        int at = in.position();
        for (int i = 0; i < count; i++) {
            files.put(names[i], in.slice(at, lengths[i]));
            at += lengths[i];
        }
        return new FramedFiles(files);
    }

    private ByteBuffer file(String name) throws NoSuchFileException {
        ByteBuffer file = files.get(name);
        if (file == null) {
            throw new NoSuchFileException(name);
        }
        return file;
    }

    @Override
    public String[] listAll() {
        return files.keySet().toArray(new String[0]);
    }

    @Override
    public long fileLength(String name) throws IOException {
        return file(name).limit();
    }

    @Override
    public IndexInput openInput(String name, IOContext context) throws IOException {
        ByteBuffer file = file(name).duplicate();
        return new ByteBuffersIndexInput(new ByteBuffersDataInput(java.util.List.of(file)), name);
    }

    @Override
    public void deleteFile(String name) {
        throw readOnly();
    }

    @Override
    public IndexOutput createOutput(String name, IOContext context) {
        throw readOnly();
    }

    @Override
    public IndexOutput createTempOutput(String prefix, String suffix, IOContext context) {
        throw readOnly();
    }

    @Override
    public void sync(Collection<String> names) {
        throw readOnly();
    }

    @Override
    public void syncMetaData() {
        throw readOnly();
    }

    @Override
    public void rename(String source, String dest) {
        throw readOnly();
    }

    private static UncheckedIOException readOnly() {
        return new UncheckedIOException(new IOException("an index is not written once it is there"));
    }

    @Override
    public void close() {
        isOpen = false;
    }

    @Override
    public Set<String> getPendingDeletions() {
        return Set.of();
    }
}
