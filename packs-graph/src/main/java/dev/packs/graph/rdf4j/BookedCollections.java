package dev.packs.graph.rdf4j;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.eclipse.rdf4j.collection.factory.api.BindingSetKey;
import org.eclipse.rdf4j.collection.factory.impl.DefaultCollectionFactory;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.query.BindingSet;
import org.eclipse.rdf4j.query.MutableBindingSet;

/** The collections that an operator works with, each entry booked. */
@SuppressWarnings("serial") // they never leave the query
final class BookedCollections extends DefaultCollectionFactory {

    private static final long ENTRY = 128;

    private final Account account;

    BookedCollections(Account account) {
        this.account = account;
    }

    @Override
    public void close() {
        account.close();
    }

    @Override
    public <T> Set<T> createSet() {
        return new HashSet<>() {
            @Override
            public boolean add(T entry) {
                boolean isNew = super.add(entry);
                if (isNew) {
                    account.book(entry instanceof BindingSet row ? ENTRY + Account.weight(row) : ENTRY);
                }
                return isNew;
            }
        };
    }

    @Override
    public Set<Value> createValueSet() {
        return new HashSet<>() {
            @Override
            public boolean add(Value entry) {
                boolean isNew = super.add(entry);
                if (isNew) {
                    account.book(ENTRY + Account.weight(entry));
                }
                return isNew;
            }
        };
    }

    @Override
    public Set<BindingSet> createSetOfBindingSets(
            Supplier<MutableBindingSet> maker,
            Function<String, Predicate<BindingSet>> has,
            Function<String, Function<BindingSet, Value>> get,
            Function<String, BiConsumer<Value, MutableBindingSet>> set) {
        return createSet();
    }

    @Override
    public <T> Queue<T> createQueue() {
        return new ArrayDeque<>() {
            @Override
            public boolean add(T entry) {
                account.book(ENTRY);
                return super.add(entry);
            }
        };
    }

    @Override
    public <E> Map<BindingSetKey, E> createGroupByMap() {
        return new HashMap<>() {
            @Override
            public E put(BindingSetKey key, E entry) {
                account.book(4 * ENTRY);
                return super.put(key, entry);
            }
        };
    }
}
