package care.baton.disclosure;

import care.baton.outcome.Copy;
import care.baton.party.PersonId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What went to whom about one person in a period: every disclosure, what for and by what right, and every emergency
 * in which somebody looked past what was closed. It leaves nothing out; which of it a law does not ask for, the
 * purpose and the right of each line tell.
 *
 * <p>Source: 45 CFR 164.528, accounting of disclosures; 42 CFR 2.51(c), what is documented of an emergency.
 *
 * @param person about whom
 * @param from the first instant, by the host's clock
 * @param until the instant after the last
 * @param disclosures what went out, in the order of time
 * @param emergencies the emergencies that were open at any time of it, in the order of time
 */
public record Accounting(
        PersonId person, Instant from, Instant until, List<Disclosed> disclosures, List<Emergency> emergencies) {

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if the period does not end after it begins
     */
    public Accounting {
        Objects.requireNonNull(person, "person");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(until, "until");
        disclosures = Copy.of(disclosures, "disclosures");
        emergencies = Copy.of(emergencies, "emergencies");
        if (!until.isAfter(from)) {
            throw new IllegalArgumentException("until: after from");
        }
    }

    /**
     * What one record tells.
     *
     * @param person about whom the record is
     * @param from the first instant, by the host's clock
     * @param until the instant after the last
     * @param recorded everything that the record knows of
     * @return the accounting
     * @throws IllegalArgumentException if the period does not end after it begins
     */
    public static Accounting of(PersonId person, Instant from, Instant until, Disclosures recorded) {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(until, "until");
        Objects.requireNonNull(recorded, "recorded");
        return new Accounting(
                person,
                from,
                until,
                recorded.all().stream()
                        .filter(d -> !d.at().isBefore(from) && d.at().isBefore(until))
                        .toList(),
                recorded.emergencies().stream()
                        .filter(e -> e.until().isAfter(from) && e.from().isBefore(until))
                        .toList());
    }

    /**
     * With what another record of the same person tells of the same period.
     *
     * @param other the accounting of the other record
     * @return both, in the order of time
     * @throws IllegalArgumentException if it is about another person or another period
     */
    public Accounting and(Accounting other) {
        Objects.requireNonNull(other, "other");
        if (!person.equals(other.person)) {
            throw new IllegalArgumentException("person: the same");
        }
        if (!from.equals(other.from) || !until.equals(other.until)) {
            throw new IllegalArgumentException("from, until: the same period");
        }
        return new Accounting(
                person,
                from,
                until,
                Stream.concat(disclosures.stream(), other.disclosures.stream())
                        .sorted(Comparator.comparing(Disclosed::at))
                        .toList(),
                Stream.concat(emergencies.stream(), other.emergencies.stream())
                        .sorted(Comparator.comparing(Emergency::from))
                        .toList());
    }

    /** The kind of value only. */
    @Override
    public String toString() {
        return "Accounting";
    }
}
