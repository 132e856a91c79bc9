package dev.packs.catalog;

import dev.packs.graph.TermTable;
import dev.packs.graph.TripleTable;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A catalogue as it lies in memory, written down to be mapped: a head of numbers, the lines of the packs, the spellings of the terms, then one column of numbers after the other; a
 * {@link SummedFile}. Nobody else reads it, so that it may change with every version of Packs.
 */
final class CatalogIndex {

    /** Raised with every change of the layout, and part of the file's name. */
    static final int VERSION = 2;

    private static final long MAGIC = 0x5041434b53495831L;
    private static final int COLUMNS = 8;
    private static final int HEAD = Long.BYTES + (2 + COLUMNS) * Integer.BYTES;

    private CatalogIndex() {}

    static byte[] bytes(Catalog catalog) {
        byte[] entries = catalog.entryLines().getBytes(StandardCharsets.UTF_8);
        ByteBuffer text = catalog.terms().text();
        List<IntBuffer> columns = new ArrayList<>();
        columns.add(catalog.terms().ends());
        columns.addAll(catalog.triples().columns());
        long size = (long) HEAD + padded(entries.length) + padded(text.limit()) + Long.BYTES;
        for (IntBuffer column : columns) {
            size += (long) Integer.BYTES * column.limit();
        }
        ByteBuffer all = ByteBuffer.allocate(Math.toIntExact(size)).order(ByteOrder.LITTLE_ENDIAN);
        all.putLong(MAGIC).putInt(entries.length).putInt(text.limit());
        columns.forEach(column -> all.putInt(column.limit()));
        all.put(entries).position(HEAD + padded(entries.length));
        int start = all.position();
        all.put(text).position(start + padded(text.limit()));
        for (IntBuffer column : columns) {
            all.asIntBuffer().put(column);
            all.position(all.position() + Integer.BYTES * column.limit());
        }
        return SummedFile.sealed(all.array());
    }

    private static int padded(int length) {
        return (length + 3) & ~3;
    }

    /** The catalogue; nothing if the file is not there, or not what was once written. */
    static Optional<Catalog> open(Path file) {
        return SummedFile.open(file)
                .map(content -> content.order(ByteOrder.LITTLE_ENDIAN))
                .filter(content -> content.limit() >= HEAD && content.getLong(0) == MAGIC)
                .map(CatalogIndex::read);
    }

    private static Catalog read(ByteBuffer all) {
        int entries = all.getInt(Long.BYTES);
        int text = all.getInt(Long.BYTES + Integer.BYTES);
        byte[] lines = new byte[entries];
        all.get(HEAD, lines);
        int at = HEAD + padded(entries);
        ByteBuffer spellings = all.slice(at, text);
        at += padded(text);
        List<IntBuffer> columns = new ArrayList<>();
        for (int i = 0; i < COLUMNS; i++) {
            int length = all.getInt(Long.BYTES + (2 + i) * Integer.BYTES);
            columns.add(all.slice(at, Integer.BYTES * length)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asIntBuffer());
            at += Integer.BYTES * length;
        }
        return new Catalog(
                new String(lines, StandardCharsets.UTF_8),
                new TermTable(spellings, columns.get(0)),
                TripleTable.ofColumns(columns.subList(1, COLUMNS)));
    }
}
