package dev.packs.search;

import dev.packs.pack.PackDescription;
import dev.packs.pack.PackId;
import dev.packs.pack.PackName;
import dev.packs.version.Version;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What a search sees of a pack. Of two that a question finds equally good, the one comes first that is production-ready, then the one with the higher version, then that whose
 * group and id come first.
 *
 * @param name at most 200 characters; what is beyond is cut off, as it is of the description and of tags and keywords
 * @param description at most 500 characters
 * @param tags at most 100, each of at most 100 characters
 * @param keywords as tags
 */
public record SearchedPack(
        PackId id,
        String name,
        String description,
        String category,
        List<String> tags,
        List<String> keywords,
        boolean productionReady)
        implements Comparable<SearchedPack> {

    private static final int SHORT = 100;
    private static final int NAME = 200;
    private static final int DESCRIPTION = 500;

    public SearchedPack {
        name = cut(name, NAME);
        description = cut(description, DESCRIPTION);
        category = cut(category, SHORT);
        tags = cut(tags);
        keywords = cut(keywords);
    }

    public static SearchedPack of(PackDescription pack) {
        return new SearchedPack(
                pack.id(),
                pack.name(),
                pack.description(),
                pack.category(),
                pack.tags(),
                pack.keywords(),
                pack.productionReady());
    }

    private static String cut(String text, int length) {
        return text.length() > length ? text.substring(0, length) : text;
    }

    private static List<String> cut(List<String> texts) {
        List<String> cut = new ArrayList<>();
        for (String text : texts) {
            if (cut.size() < SHORT) {
                cut.add(cut(text, SHORT));
            }
        }
        return List.copyOf(cut);
    }

    /** To be kept beside an index; {@link #read} knows it. */
    public byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF(id.name().group());
            out.writeUTF(id.name().id());
            out.writeUTF(id.version().toString());
            out.writeUTF(name);
            out.writeUTF(description);
            out.writeUTF(category);
            write(out, tags);
            write(out, keywords);
            out.writeBoolean(productionReady);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, List<String> texts) throws IOException {
        out.writeByte(texts.size());
        for (String text : texts) {
            out.writeUTF(text);
        }
    }

    /** @param offset of the first byte of a pack in the array */
    public static SearchedPack read(byte[] bytes, int offset, int length) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes, offset, length))) {
            PackName name = new PackName(in.readUTF(), in.readUTF());
            return new SearchedPack(
                    new PackId(name, Version.parse(in.readUTF())),
                    in.readUTF(),
                    in.readUTF(),
                    in.readUTF(),
                    readAll(in),
                    readAll(in),
                    in.readBoolean());
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    private static List<String> readAll(DataInputStream in) throws IOException {
        List<String> texts = new ArrayList<>();
        for (int left = in.readUnsignedByte(); left > 0; left--) {
            texts.add(in.readUTF());
        }
        return texts;
    }

    @Override
    public int compareTo(SearchedPack other) {
        if (productionReady != other.productionReady) {
            return productionReady ? -1 : 1;
        }
        int byVersion = other.id.version().compareTo(id.version());
        return byVersion != 0 ? byVersion : id.name().compareTo(other.id.name());
    }
}
