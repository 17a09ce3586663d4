package care.baton.house;

import care.baton.consent.Purpose;
import care.baton.disclosure.Access;
import care.baton.disclosure.Viewer;
import care.baton.evidence.Described;
import care.baton.evidence.EvidenceEvent.FlagRaised;
import care.baton.evidence.Salt;
import care.baton.handoff.Ask;
import care.baton.handoff.Handoff;
import care.baton.handoff.HandoffCommand.OfferHandoff;
import care.baton.handoff.Practice;
import care.baton.history.History;
import care.baton.history.Index;
import care.baton.json.Json;
import care.baton.outcome.Code;
import care.baton.outcome.Sentences;
import care.baton.party.Act;
import care.baton.party.CommandId;
import care.baton.party.Digest;
import care.baton.party.Holder;
import care.baton.party.OrganizationId;
import care.baton.party.PersonId;
import care.baton.party.Sensitive;
import care.baton.pathway.Step;
import care.baton.record.Audit;
import care.baton.record.CauseRules;
import care.baton.record.CoordinationRecord;
import care.baton.record.RecordCommand;
import care.baton.record.Rulebook;
import care.baton.store.Cast;
import care.baton.time.Stamp;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A value of any public type, with the canary wherever its constructor takes one. */
final class Specimens {

    private static final int DEEPEST = 5;
    private static final int MOST_TRIES = 3_000;

    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final Map<String, Object> grown = new TreeMap<>();
    private final Map<String, Optional<Record>> made = new TreeMap<>();

    private static final List<Object> KNOWN = someOfEach();
    private static final Specimens ALL = growAll();

    static Specimens all() {
        return ALL;
    }

    /** What grew in the canary's own record, and all that can be read from it. */
    private static Specimens growAll() {
        Specimens specimens = new Specimens();
        CoordinationRecord record = Canary.record();
        Rulebook rules = Cast.rules();
        List<Object> roots = new ArrayList<>(List.of(
                record,
                rules,
                record.work(),
                record.gates(rules),
                record.handoffs(),
                record.timeline(),
                record.asOf(NOON),
                Json.ofRecords(),
                Sentences.english(),
                Described.of(FlagRaised.class)));
        Stream.of(roots.toArray()).forEach(specimens::reach);
        Instant end = record.recordedAt().orElseThrow();
        Code run = Code.of("run-1");
        roots.add(record.work().list(end));
        roots.add(record.work().list(NOON));
        roots.add(record.waiting(run, end, rules, CauseRules.standard()));
        roots.add(record.gates(rules).whyBlocked(run, Step.CLOSE, NOON));
        roots.add(Audit.of(record.ledger().entries().toList(), List.of()));
        roots.add(record.handoffs().of(run));
        Viewer self = new Viewer(
                Holder.of(
                        OrganizationId.of("household"),
                        Code.of("person"),
                        record.chart().person().orElseThrow()),
                Purpose.CARE_COORDINATION);
        roots.add(record.view(self, end, rules));
        roots.add(Access.of(record.chart().holdings().orElseThrow(), self, end, rules.disclosure()));
        Act act = new Act(
                CommandId.of(Canary.SONG),
                new Holder(OrganizationId.of(Canary.SONG), Code.of("nurse"), Optional.of(PersonId.of(Canary.SONG))),
                Stamp.at(NOON),
                Optional.empty());
        Salt salt = Salt.of(Canary.SONG.repeat(3).getBytes(StandardCharsets.UTF_8));
        roots.add(record.decide(new RecordCommand.RaiseFlag(Code.of("fall-risk")), act, salt, rules));
        specimens.record(Practice.class, 0).map(Practice.class::cast).ifPresent(practice -> {
            Holder other = Holder.of(OrganizationId.of(Canary.SONG + "-2"), Code.of("intake"));
            Ask ask = Ask.of(Code.of("home-care"), PersonId.of(Canary.SONG));
            roots.add(Handoff.of(Canary.handoff()).decide(OfferHandoff.firm(other, ask), act, practice));
        });
        roots.forEach(specimens::reach);
        return specimens;
    }

    private void reach(Object root) {
        Reflection.reach(root, one -> {
            if (Reflection.isOurs(one.getClass())) {
                keep(one);
            }
        });
    }

    /** What only an operation can make: the first of each class is kept. */
    private void keep(Object value) {
        String name = value.getClass().getName();
        if (!grown.containsKey(name)) {
            grown.put(name, value);
        }
    }

    List<Object> grown() {
        return List.copyOf(grown.values());
    }

    /** Some values to try, the likeliest first; none when nothing is known of the type. */
    List<Object> of(Type type, int deep) {
        if (type instanceof ParameterizedType generic) {
            return generic(generic, deep);
        }
        if (type instanceof TypeVariable<?> open) {
            return open.getBounds()[0] == Object.class ? List.of(Sensitive.of(Canary.SONG)) : List.of(Code.of("run-1"));
        }
        return type instanceof Class<?> plain ? plain(plain, deep) : List.of();
    }

    private List<Object> generic(ParameterizedType type, int deep) {
        Class<?> raw = (Class<?>) type.getRawType();
        Type last = type.getActualTypeArguments()[type.getActualTypeArguments().length - 1];
        if (raw == Optional.class) {
            return several(
                    Optional.empty(), of(last, deep).stream().map(Optional::of).toList(), deep);
        }
        if (raw == List.class || raw == Iterable.class) {
            return several(List.of(), of(last, deep).stream().map(List::of).toList(), deep);
        }
        if (raw == Set.class) {
            return several(Set.of(), of(last, deep).stream().map(Set::of).toList(), deep);
        }
        if (raw == Class.class) {
            return List.of(FlagRaised.class);
        }
        return plain(raw, deep);
    }

    private static List<Object> several(Object none, List<?> some, int deep) {
        List<Object> all = new ArrayList<>(deep > DEEPEST ? List.of() : some.subList(0, Math.min(2, some.size())));
        all.add(none);
        return all;
    }

    private List<Object> plain(Class<?> type, int deep) {
        if (type == String.class) {
            return List.of(Canary.SONG, "canary.jane-doe", "ab".repeat(32));
        }
        if (type == int.class || type == Integer.class) {
            return List.of(1, 2, 0);
        }
        if (type == long.class || type == Long.class) {
            return List.of(1L, 2L, 0L);
        }
        if (type == boolean.class) {
            return List.of(true, false);
        }
        List<Object> known = known(type);
        if (!known.isEmpty()) {
            return known;
        }
        if (type.isEnum()) {
            return List.of(type.getEnumConstants());
        }
        if (type.isRecord()) {
            return record(type, deep + 1).stream().map(Object.class::cast).toList();
        }
        List<Object> of = new ArrayList<>();
        grown.values().stream().filter(type::isInstance).limit(2).forEach(of::add);
        if (of.isEmpty() && type.isSealed() && deep <= DEEPEST) {
            for (Class<?> one : type.getPermittedSubclasses()) {
                if (of.isEmpty()) {
                    of.addAll(plain(one, deep + 1));
                }
            }
        }
        return of;
    }

    private static List<Object> known(Class<?> type) {
        if (type == Instant.class) {
            return List.of(NOON, NOON.plusSeconds(3600));
        }
        if (type.isInterface() || type == Object.class || type == Record.class) {
            return List.of();
        }
        return KNOWN.stream().filter(type::isInstance).limit(1).toList();
    }

    private static List<Object> someOfEach() {
        byte[] bytes = Canary.SONG.repeat(3).getBytes(StandardCharsets.UTF_8);
        return List.of(
                Sensitive.of(Canary.SONG),
                Code.of("run-1"),
                Duration.ofHours(1),
                LocalDate.of(2026, 3, 2),
                LocalTime.NOON,
                ZoneId.of("Europe/Berlin"),
                DayOfWeek.MONDAY,
                Digest.of(bytes),
                Salt.of(bytes),
                bytes,
                Canary.put(Cast.rules()),
                Cast.rules().calendar(),
                Canary.put(Cast.rules().pathways().get(0)),
                History.of(List.of(Canary.SONG)),
                Index.<Code, Object>empty().with(Code.of("run-1"), Canary.SONG));
    }

    /** The first that the constructor takes, each component tried with each of its values. */
    Optional<Record> record(Class<?> type, int deep) {
        if (deep > DEEPEST + 2) {
            return Optional.empty();
        }
        Optional<Record> known = made.get(type.getName());
        if (known == null) {
            known = make(type, deep);
            if (known.isPresent() || deep == 0) {
                made.put(type.getName(), known);
            }
        }
        return known;
    }

    private Optional<Record> make(Class<?> type, int deep) {
        List<List<Object>> choices = new ArrayList<>();
        for (RecordComponent part : type.getRecordComponents()) {
            List<Object> values = of(part.getGenericType(), deep);
            if (values.isEmpty()) {
                return Optional.empty();
            }
            choices.add(values);
        }
        int[] at = new int[choices.size()];
        for (int i = 0; i < MOST_TRIES; i++) {
            Object[] values = new Object[at.length];
            for (int k = 0; k < at.length; k++) {
                values[k] = choices.get(k).get(at[k]);
            }
            try {
                return Optional.of((Record) Reflection.make(type, values));
            } catch (RuntimeException refused) {
                if (!next(at, choices)) {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    private static boolean next(int[] at, List<List<Object>> choices) {
        for (int k = 0; k < at.length; k++) {
            if (++at[k] < choices.get(k).size()) {
                return true;
            }
            at[k] = 0;
        }
        return false;
    }
}
