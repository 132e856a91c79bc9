package dev.packs.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.util.List;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class FramedFilesTest {

    private static final int LONG = 100_000;

    private static FramedFiles framed() throws Exception {
        try (ByteBuffersDirectory directory = new ByteBuffersDirectory()) {
            for (String name : List.of("short", "empty", "long")) {
                try (IndexOutput out = directory.createOutput(name, IOContext.DEFAULT)) {
                    for (int i = 0; i < length(name); i++) {
                        out.writeByte((byte) i);
                    }
                }
            }
            return FramedFiles.read(ByteBuffer.wrap(FramedFiles.of(directory)));
        }
    }

    private static int length(String name) {
        return switch (name) {
            case "short" -> 3;
            case "long" -> LONG;
            default -> 0;
        };
    }

    @Test
    void every_file_is_there_as_it_was() throws Exception {
        try (FramedFiles files = framed()) {
            assertThat(files.listAll()).containsExactly("empty", "long", "short");
            assertThat(files.getPendingDeletions()).isEmpty();
            for (String name : files.listAll()) {
                assertThat(files.fileLength(name)).isEqualTo(length(name));
                try (IndexInput in = files.openInput(name, IOContext.DEFAULT)) {
                    assertThat(in.length()).isEqualTo(length(name));
                    for (int i = 0; i < length(name); i++) {
                        if (in.readByte() != (byte) i) {
                            throw new AssertionError(name + " differs at " + i);
                        }
                    }
                }
            }
            assertThatThrownBy(() -> files.fileLength("gone")).isInstanceOf(NoSuchFileException.class);
            assertThatThrownBy(() -> files.openInput("gone", IOContext.DEFAULT))
                    .isInstanceOf(NoSuchFileException.class);
        }
    }

    @Test
    void nothing_is_written_and_nothing_deleted() throws Exception {
        FramedFiles files = framed();
        List<ThrowingCallable> changes = List.of(
                () -> files.deleteFile("short"),
                () -> files.createOutput("new", IOContext.DEFAULT),
                () -> files.createTempOutput("new", "tmp", IOContext.DEFAULT),
                () -> files.sync(List.of("short")),
                files::syncMetaData,
                () -> files.rename("short", "new"));

        assertThat(changes)
                .allSatisfy(change -> assertThatThrownBy(change)
                        .isInstanceOf(UncheckedIOException.class)
                        .hasMessageContaining("not written"));
        assertThat(files.listAll()).hasSize(3);
        files.close();
    }
}
