package care.baton.risk;

import care.baton.note.Contacts;
import care.baton.note.Logged;
import care.baton.outcome.Copy;
import care.baton.party.Holder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What one recipient is told about the load of coordination: how it goes on, and the contacts and patterns that show it.
 *
 * @param recipient for whom it is
 * @param trend how the load goes on
 * @param evidence the contacts of the newest period, and what the patterns found in it are made of, each once
 * @param patterns the numbers of those patterns
 */
public record LoadSummary(Holder recipient, Comparison trend, List<Sign.Ref> evidence, List<Integer> patterns) {

    /** Copies the lists. */
    public LoadSummary {
        Objects.requireNonNull(recipient, "recipient");
        Objects.requireNonNull(trend, "trend");
        evidence = Copy.of(evidence, "evidence");
        patterns = Copy.of(patterns, "patterns");
    }

    /**
     * The summary up to an instant.
     *
     * @param recipient for whom it is
     * @param contacts the contacts
     * @param risks the patterns that were found
     * @param until until when, exclusive
     * @param length how long each period is
     * @param priors with how many before it is compared
     * @return the summary
     * @throws IllegalArgumentException if the instant, the length or the number is out of its range
     */
    public static LoadSummary of(
            Holder recipient, Contacts contacts, Risks risks, Instant until, Duration length, int priors) {
        Objects.requireNonNull(risks, "risks");
        Comparison trend = Comparison.of(contacts, until, length, priors);
        Instant from = trend.current().from();
        List<Pattern> found = risks.patterns().stream()
                .filter(p -> !p.at().isBefore(from) && p.at().isBefore(until))
                .toList();
        Stream<Sign.Ref> logged = contacts.between(from, until).all().stream()
                .map(Logged::number)
                .map(number -> new Sign.Ref(Sign.Kind.CONTACT, number));
        Stream<Sign.Ref> made = found.stream().flatMap(p -> p.detection().crossing().evidence().stream());
        return new LoadSummary(
                recipient,
                trend,
                Stream.concat(logged, made).distinct().sorted().toList(),
                found.stream().map(Pattern::number).toList());
    }
}
