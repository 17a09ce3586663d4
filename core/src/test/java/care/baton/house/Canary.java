package care.baton.house;

import care.baton.evidence.Entry;
import care.baton.obligation.Key;
import care.baton.party.HandoffId;
import care.baton.party.RecordId;
import care.baton.party.Sensitive;
import care.baton.pathway.Label;
import care.baton.pathway.Pathway;
import care.baton.record.CoordinationRecord;
import care.baton.record.Rulebook;
import care.baton.store.Cast;
import care.baton.store.Episodes;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Something about a person that may stand in a value and nowhere in what is printed. */
final class Canary {

    /** Taken where an identifier is asked for; it sings in any letters. */
    static final String SONG = "Canary-Jane-Doe";

    private Canary() {}

    static boolean singsIn(String text) {
        return text.toLowerCase(Locale.ROOT).contains("canary");
    }

    /** An episode of care in which every identifier and every word is about a person. */
    static CoordinationRecord record() {
        CoordinationRecord plain = Episodes.planned("record-1", Cast.rules()).record();
        List<Entry> entries = plain.ledger().entries().toList().stream()
                .map(entry -> (Entry) put(entry))
                .toList();
        return CoordinationRecord.replay((RecordId) put(plain.id()), entries);
    }

    static HandoffId handoff() {
        return HandoffId.of(SONG + "handoff-1");
    }

    /** The same value with the canary in every identifier and every word. */
    static Object put(Object value) {
        if (value instanceof Sensitive words) {
            return words.text().isPresent()
                    ? Sensitive.of(SONG + " " + words.text().get())
                    : words;
        }
        if (value instanceof Label) {
            return new Label(SONG);
        }
        if (value instanceof Rulebook rules) {
            return new Rulebook(
                    rules.pathways().stream().map(one -> (Pathway) put(one)).toList(), rules.calendar());
        }
        if (value instanceof Key key) {
            return new Key(
                    key.cause().startsWith("run:") ? key.cause() : SONG + key.cause(),
                    key.kind(),
                    key.subject(),
                    key.occurrence());
        }
        if (value instanceof Optional<?> one) {
            return one.map(Canary::put);
        }
        if (value instanceof List<?> many) {
            return many.stream().map(Canary::put).toList();
        }
        return value instanceof Record whole ? put(whole) : value;
    }

    private static Object put(Record whole) {
        RecordComponent[] parts = whole.getClass().getRecordComponents();
        Object[] values = new Object[parts.length];
        boolean id = whole.getClass().getSimpleName().endsWith("Id");
        for (int i = 0; i < parts.length; i++) {
            Object value = Reflection.read(whole, parts[i]);
            values[i] = id ? SONG + value : put(value);
        }
        return Reflection.make(whole.getClass(), values);
    }
}
