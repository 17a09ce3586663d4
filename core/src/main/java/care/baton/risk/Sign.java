package care.baton.risk;

import care.baton.note.ContactType;
import care.baton.note.Contacts;
import care.baton.note.Logged;
import care.baton.outcome.Code;
import care.baton.outcome.Copy;
import care.baton.party.Holder;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One thing that may be part of a pattern, whether it was observed, scored or came up in a contact: what the rules
 * count.
 *
 * @param ref where it stands on the record
 * @param subject what it is about; of a contact, its reason; of a score, its instrument
 * @param source from where it is known
 * @param contact what kind of contact it was, where it was one
 * @param parties who reported it; of a contact, with whom it was
 * @param at when it was
 * @param times how often
 * @param minutes how long it took, in minutes
 * @param low whether it means little by itself
 * @param measured a figure, where there is one
 * @param change how far the figure lies above what is usual, where both are known in one unit; negative below
 */
public record Sign(
        Ref ref,
        Code subject,
        Source source,
        Optional<ContactType> contact,
        List<Holder> parties,
        Instant at,
        int times,
        int minutes,
        boolean low,
        Optional<Measured> measured,
        Optional<Measured> change) {

    private static final Comparator<Sign> IN_TIME =
            Comparator.comparing(Sign::at).thenComparing(Sign::ref);

    /** What stands on a record and may be part of a pattern. */
    public enum Kind {
        /** An observation. */
        OBSERVATION,
        /** A score. */
        SCORE,
        /** A contact. */
        CONTACT
    }

    /**
     * Where something stands on the record.
     *
     * @param kind what it is
     * @param number its number, from 1
     */
    public record Ref(Kind kind, int number) implements Comparable<Ref> {
        /**
         * Checks the number.
         *
         * @throws IllegalArgumentException if it is below 1
         */
        public Ref {
            Objects.requireNonNull(kind, "kind");
            if (number < 1) {
                throw new IllegalArgumentException("number: from 1");
            }
        }

        @Override
        public int compareTo(Ref other) {
            int byKind = kind.compareTo(other.kind);
            return byKind != 0 ? byKind : Integer.compare(number, other.number);
        }
    }

    /** Copies the parties. */
    public Sign {
        Objects.requireNonNull(ref, "ref");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(contact, "contact");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(measured, "measured");
        Objects.requireNonNull(change, "change");
        parties = Copy.of(parties, "parties");
    }

    /**
     * Everything on a record that counts.
     *
     * @param risks what was observed and scored
     * @param contacts the contacts
     * @return the signs in the order of time; what was at one instant by kind and number
     */
    public static List<Sign> of(Risks risks, Contacts contacts) {
        Objects.requireNonNull(risks, "risks");
        Objects.requireNonNull(contacts, "contacts");
        Stream<Sign> observed =
                risks.observations().stream().filter(Observed::counts).map(o -> of(risks, o));
        Stream<Sign> scored = risks.scores().stream().filter(Scored::counts).map(Sign::of);
        Stream<Sign> logged = contacts.all().stream().filter(Logged::counts).map(Sign::of);
        return sorted(Stream.of(observed, scored, logged).flatMap(s -> s).toList());
    }

    static List<Sign> sorted(List<Sign> signs) {
        List<Sign> all = new ArrayList<>(signs.stream().distinct().toList());
        all.sort(IN_TIME);
        return Collections.unmodifiableList(all);
    }

    private static Sign of(Risks risks, Observed one) {
        Observation seen = one.observation();
        Optional<Measured> usual = seen.baseline()
                .flatMap(version -> risks.baseline(seen.subject(), version))
                .flatMap(e -> e.baseline().measured());
        return new Sign(
                new Ref(Kind.OBSERVATION, one.number()),
                seen.subject(),
                seen.source(),
                Optional.empty(),
                List.of(one.by()),
                one.at(),
                seen.times(),
                seen.effort().map(Effort::minutes).orElse(0),
                seen.low(),
                seen.measured(),
                seen.measured().flatMap(now -> usual.flatMap(before -> difference(now, before))));
    }

    private static Optional<Measured> difference(Measured now, Measured before) {
        return now.unit().equals(before.unit())
                ? Optional.of(new Measured(bounded(now.value() - before.value()), now.unit()))
                : Optional.empty();
    }

    private static long bounded(long difference) {
        long most = 1_000_000_000_000L;
        return Math.max(-most, Math.min(most, difference));
    }

    private static Sign of(Scored one) {
        Code instrument = one.score().instrument().code();
        return new Sign(
                new Ref(Kind.SCORE, one.number()),
                instrument,
                Source.METRIC,
                Optional.empty(),
                List.of(one.by()),
                held(one),
                1,
                0,
                true,
                Optional.of(new Measured(one.score().value(), instrument)),
                Optional.empty());
    }

    /** A score holds for its day: no later than that is over, by the calendar of UTC, however late it is written down. */
    private static Instant held(Scored one) {
        Instant over =
                one.score().date().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        return over.isBefore(one.at()) ? over : one.at();
    }

    private static Sign of(Logged one) {
        return new Sign(
                new Ref(Kind.CONTACT, one.number()),
                one.contact().reason().orElse(Code.of("contact")),
                Source.CONTACT,
                Optional.of(one.contact().kind()),
                one.contact().talk().parties(),
                one.at(),
                1,
                one.contact().minutes(),
                true,
                Optional.empty(),
                Optional.empty());
    }

    /** Where it stands only. */
    @Override
    public String toString() {
        return "Sign[" + ref + "]";
    }
}
