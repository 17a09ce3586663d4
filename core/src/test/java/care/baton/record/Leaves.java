package care.baton.record;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a value says, without how it is put together: codes, words, instants, identifiers, numbers, choices. */
final class Leaves {

    private final List<Object> found = new ArrayList<>();

    private Leaves() {}

    static List<Object> of(Object value) {
        Leaves leaves = new Leaves();
        leaves.add(value);
        return leaves.found;
    }

    private void add(Object value) {
        if (value instanceof Optional<?> one) {
            one.ifPresent(this::add);
        } else if (value instanceof List<?> many) {
            many.forEach(this::add);
        } else if (value instanceof Record whole && !isWord(whole)) {
            for (RecordComponent part : whole.getClass().getRecordComponents()) {
                add(read(whole, part));
            }
        } else {
            found.add(value);
        }
    }

    /** One word: a code or an identifier. */
    static boolean isWord(Record record) {
        RecordComponent[] parts = record.getClass().getRecordComponents();
        return parts.length == 1 && parts[0].getType() == String.class;
    }

    static Object read(Record whole, RecordComponent part) {
        try {
            part.getAccessor().setAccessible(true);
            return part.getAccessor().invoke(whole);
        } catch (ReflectiveOperationException unreadable) {
            throw new IllegalStateException(part.getName(), unreadable);
        }
    }
}
