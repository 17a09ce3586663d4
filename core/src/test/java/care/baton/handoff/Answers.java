package care.baton.handoff;

import care.baton.handoff.Answer.Accept;
import care.baton.handoff.Answer.AcceptWithConditions;
import care.baton.handoff.Answer.Decline;
import care.baton.handoff.Answer.RequestClarification;
import care.baton.outcome.Code;
import care.baton.party.Holder;
import care.baton.party.Sensitive;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** The four answers, in many forms. */
final class Answers {

    private static final List<Holder> HOLDERS =
            List.of(Parties.COORDINATOR, Parties.INTAKE, Parties.PHARMACIST, Parties.SCHEDULER);
    private static final List<Code> ITEMS = List.of(Parties.MEDICATION, Parties.ROUTINES, Code.of("start-date"));

    private final SplittableRandom random;

    Answers(SplittableRandom random) {
        this.random = random;
    }

    Answer next(Instant now, Optional<Offer> to) {
        boolean proposed = to.map(Offer::state)
                .filter(OfferState.Proposed.class::isInstance)
                .isPresent();
        return switch (random.nextInt(proposed ? 6 : 9)) {
            case 0, 1, 2 -> new Accept(random.nextInt(3) == 0 ? Sensitive.none() : Sensitive.of("in my words"));
            case 3 ->
                new Decline(
                        random.nextInt(6) == 0 ? Code.of("no-reason-listed") : Parties.NO_CAPACITY,
                        Sensitive.of("ask the other provider"));
            case 4, 5, 6 -> conditions(now);
            default -> questions();
        };
    }

    private Answer conditions(Instant now) {
        return new AcceptWithConditions(IntStream.rangeClosed(1, 1 + random.nextInt(3))
                .mapToObj(n -> new Condition(
                        Sensitive.of("condition"),
                        random.nextInt(3) == 0 ? Condition.Kind.LIMITATION : Condition.Kind.PRECONDITION,
                        HOLDERS.get(random.nextInt(HOLDERS.size())),
                        now.plus(Duration.ofHours(random.nextInt(60) - 2))))
                .toList());
    }

    private Answer questions() {
        List<Question> asked = new ArrayList<>();
        for (Code item : ITEMS) {
            if (random.nextBoolean() || asked.isEmpty() && item.equals(ITEMS.get(2))) {
                asked.add(new Question(
                        item, Sensitive.none(), random.nextBoolean() ? Sensitive.of("too vague") : Sensitive.none()));
            }
        }
        return new RequestClarification(asked);
    }

    Content content() {
        Sensitive words = Sensitive.of("words");
        return random.nextBoolean()
                ? new Ipass(words, words, List.of(words), words)
                : new Sbar(words, words, words, words, Sensitive.none(), Sensitive.none());
    }
}
