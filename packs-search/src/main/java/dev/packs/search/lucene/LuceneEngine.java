package dev.packs.search.lucene;

import dev.packs.search.SearchDocument;
import dev.packs.search.SearchEngine;
import dev.packs.search.SearchField;
import dev.packs.search.SearchIndex;
import dev.packs.search.SearchedPack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.store.ByteBuffersDirectory;

/**
 * Makes and opens indexes. Words are cut by {@link SearchDocument}, not by an analyzer, and are kept without their places and counts, which nothing asks for. Documents lie in the order in which
 * equally good ones are shown, in a single segment, so that Lucene's own order of documents is that of ties.
 */
public final class LuceneEngine implements SearchEngine {

    private static final int BUFFER_MEGABYTES = 256;

    @Override
    public String format() {
        return "lucene-9-2";
    }

    @Override
    public byte[] index(List<SearchedPack> packs) {
        List<SearchedPack> sorted = new ArrayList<>(packs);
        sorted.sort(null);
        LogDocMergePolicy neighbours = new LogDocMergePolicy();
        neighbours.setNoCFSRatio(1.0);
        IndexWriterConfig config = new IndexWriterConfig()
                .setRAMBufferSizeMB(BUFFER_MEGABYTES)
                .setMergePolicy(neighbours)
                .setMergeScheduler(new SerialMergeScheduler())
                .setUseCompoundFile(true);
        try (ByteBuffersDirectory directory = new ByteBuffersDirectory()) {
            try (IndexWriter writer = new IndexWriter(directory, config)) {
                for (SearchedPack pack : sorted) {
                    writer.addDocument(document(SearchDocument.of(pack)));
                }
                writer.forceMerge(1);
            }
            return FramedFiles.of(directory);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Document document(SearchDocument pack) {
        Document document = new Document();
        for (Map.Entry<SearchField, Set<String>> field : pack.words().entrySet()) {
            add(document, field.getKey().name(), field.getValue());
        }
        add(document, Fields.WHOLE, pack.names());
        add(document, Fields.TAG, pack.tags());
        add(document, Fields.CATEGORY, List.of(pack.category()));
        add(document, Fields.PACK, List.of(pack.pack().id().name().toString()));
        add(document, Fields.GROUP, List.of(pack.pack().id().name().group()));
        document.add(new StoredField(Fields.STORED, pack.pack().bytes()));
        return document;
    }

    private static void add(Document document, String field, Iterable<String> values) {
        for (String value : values) {
            document.add(new StringField(field, value, Field.Store.NO));
        }
    }

    @Override
    @SuppressWarnings("resource") // the index lies in memory that nobody has to give back
    public SearchIndex open(ByteBuffer index) {
        try {
            return new LuceneIndex(DirectoryReader.open(FramedFiles.read(index)));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
