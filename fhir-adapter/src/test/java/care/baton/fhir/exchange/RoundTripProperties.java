package care.baton.fhir.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.evidence.Entry;
import care.baton.fhir.FhirJson;
import care.baton.fhir.FhirSystems;
import care.baton.fhir.Mapped;
import care.baton.fhir.exchange.Face.Term;
import care.baton.fhir.partner.PartnerProfiles;
import care.baton.fhir.partner.TaskStatus;
import care.baton.fhir.task.AnswerWords;
import care.baton.fhir.task.SeenTask;
import care.baton.fhir.task.SeenTerm;
import care.baton.handoff.Answer;
import care.baton.handoff.Condition;
import care.baton.handoff.HandoffCommand.CompleteAction;
import care.baton.handoff.HandoffCommand.StartAction;
import care.baton.handoff.HandoffEvent.AnswerGiven;
import care.baton.handoff.Input;
import care.baton.handoff.Kinds;
import care.baton.handoff.OfferState;
import care.baton.handoff.Question;
import care.baton.obligation.Obligation;
import care.baton.outcome.Code;
import care.baton.party.Holder;
import care.baton.party.OrganizationId;
import care.baton.party.PersonId;
import care.baton.party.Sensitive;
import care.baton.trace.Promise;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.LongConsumer;
import net.jqwik.api.Example;

/**
 * What is written as FHIR and read again is what it was; {@code -Dbaton.roundtrips} says how often. What is asked goes
 * round in {@link MappingProperties}.
 */
@Promise(15)
class RoundTripProperties {

    private static final int TRIPS = Integer.getInteger("baton.roundtrips", 4_000);
    private static final String LETTERS = "abc \"\\\n\t<&>{}[]:,'/\u00e9\u00df\u4e2d\u0627";
    private static final Site SENDER = offering();
    private static final Stance STANCE = Stance.of(SENDER.talks().orElseThrow(), SENDER.offer(), SENDER.endpoint)
            .orElseThrow();
    private static final FhirJson TASK =
            ((Request.Create) new Site(SENDER).plans(Two.START).get(0)).body();

    private static Site offering() {
        Site site = new Site(Two.senders(PartnerProfiles.plainR4()), Two.START);
        site.says(TwoSites.asked("ServiceRequest/s1"), Two.START);
        return site;
    }

    private static void trips(int times, LongConsumer trip) {
        SplittableRandom seeds = new SplittableRandom(15);
        for (int i = 0; i < times; i++) {
            trip.accept(seeds.nextLong());
        }
    }

    private static String words(Random random) {
        StringBuilder text = new StringBuilder("x");
        for (int i = random.nextInt(40); i > 0; i--) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }

    private static Condition condition(Random random) {
        return new Condition(
                Sensitive.of(words(random)),
                Condition.Kind.values()[random.nextInt(2)],
                holder(random),
                Two.START.plusSeconds(random.nextInt(99_999_999)).plusNanos(random.nextInt(1_000_000_000)));
    }

    /** A role of either side or of a third, with the same or another person in it, or with nobody. */
    private static Holder holder(Random random) {
        String organization =
                List.of("Organization/sender", "Organization/receiver", "org-3").get(random.nextInt(3));
        Code role = List.of(Two.SENDER.role(), Two.RECEIVER.role(), Code.of("nurse"))
                .get(random.nextInt(3));
        return Holder.of(OrganizationId.of(organization), role)
                .heldBy(
                        random.nextBoolean()
                                ? Optional.of(
                                        PersonId.of(random.nextBoolean() ? "Practitioner/n" : "n-" + random.nextInt(9)))
                                : Optional.empty());
    }

    private static Sensitive maybe(Random random) {
        return random.nextBoolean() ? Sensitive.of(words(random)) : Sensitive.none();
    }

    /** Written over the Task, sent as text, and read. */
    private static ObjectNode written(Face face, String command, Optional<String> focus) {
        FhirJson next =
                TaskEdit.of(TASK, face, STANCE, command, focus, Two.START).orElseThrow();
        return FhirJson.read(next.text()).value().orElseThrow().tree();
    }

    @Example
    void conditionsReadBackAreTheSameAndNobodyElses() {
        trips(TRIPS, seed -> {
            Random random = new Random(seed);
            List<Term> terms = new ArrayList<>();
            for (int i = random.nextInt(3); i >= 0; i--) {
                terms.add(new Term(condition(random), random.nextBoolean(), random.nextBoolean()));
            }

            FhirJson json = FhirJson.of(written(Face.saying("x").proposing(terms), "c", Optional.empty()));
            List<SeenTerm> seen = SeenTask.of(json, Optional.empty()).terms();

            assertThat(seen).as("seed " + seed).hasSameSizeAs(terms);
            List<Condition> read =
                    new Terms(SENDER.offer(), SENDER.record.chart().team(), Two.START).of(seen);
            for (int i = 0; i < seen.size(); i++) {
                assertThat(new Term(
                                read.get(i), seen.get(i).agreed(), seen.get(i).met()))
                        .as("seed " + seed)
                        .isEqualTo(ofTheTwo(terms.get(i)));
            }
        });
    }

    /**
     * What is laid on a third organization is read as the receiver's, for an acceptance binds the two alone; and what is
     * laid on somebody whom the sender's does not have, as the sender's.
     */
    private static Term ofTheTwo(Term term) {
        Condition said = term.condition();
        Holder holder = said.holder();
        boolean third = holder.organization().value().equals("org-3");
        boolean unknown = holder.organization().equals(Two.SENDER.organization())
                && !holder.equals(Two.SENDER.heldBy(Optional.empty()));
        Holder one = third ? Two.RECEIVER : unknown ? Two.SENDER : holder;
        return new Term(new Condition(said.text(), said.kind(), one, said.due()), term.agreed(), term.met());
    }

    @Example
    void answersResultsAndMarksReadBackAreTheSame() {
        trips(TRIPS, seed -> {
            Random random = new Random(seed);
            TaskStatus status = TaskStatus.values()[random.nextInt(TaskStatus.values().length)];
            Code reason = Code.of("reason-" + random.nextInt(99));
            Answer answer =
                    random.nextBoolean() ? new Answer.Accept(maybe(random)) : new Answer.Decline(reason, maybe(random));
            String command = "h/offer-" + random.nextInt(99) + "#r" + random.nextInt(999);
            String version = Integer.toString(random.nextInt(999));
            List<Input> output = new ArrayList<>();
            for (int i = random.nextInt(3); i > 0; i--) {
                output.add(new Input(Code.of("result-" + i), Sensitive.of(words(random))));
            }
            Face face = Face.of(status, "Said")
                    .because(reason)
                    .beside(answer)
                    .with(output)
                    .seeing(version);

            ObjectNode tree = written(face, command, Optional.of("ServiceRequest/s/_history/" + version));
            SeenTask seen = SeenTask.of(FhirJson.of(tree), Optional.empty());

            assertThat(seen.status()).as("seed " + seed).hasValue(status);
            assertThat(seen.reason())
                    .anyMatch(c -> c.system().equals(FhirSystems.REASONS)
                            && Code.of(c.code()).equals(reason));
            assertThat(answer(answer, reason, FhirJson.of(tree))).isEqualTo(answer);
            assertThat(AnswerWords.of(answer).text().stream().toList())
                    .isEqualTo(tree.path("note").findValuesAsText("text"));
            assertThat(Results.read(FhirJson.of(tree))).isEqualTo(List.copyOf(new LinkedHashSet<>(output)));
            assertThat(OurMarks.command(seen)).isEqualTo(command);
            assertThat(OurMarks.seenBySender(seen)).hasValue(version);
            assertThat(tree.toString()).contains("ServiceRequest/s/_history/" + version);
            Endpoint endpoint = Two.senders(PartnerProfiles.plainR4());
            assertThat(OurMarks.asked(FhirJson.of(tree), endpoint)).isEqualTo(OurMarks.asked(TASK, endpoint));
        });
    }

    private static Answer answer(Answer kind, Code reason, FhirJson task) {
        return kind instanceof Answer.Accept
                ? new Answer.Accept(AnswerWords.synthesis(task))
                : new Answer.Decline(reason, AnswerWords.nextStep(task));
    }

    @Example
    void questionsReadBackAreTheSame() {
        trips(TRIPS, seed -> {
            Random random = new Random(seed);
            int round = 1 + random.nextInt(9);
            Question question = new Question(Code.of("item-" + random.nextInt(99)), maybe(random), maybe(random));
            Asked asked = Asked.questions(1, round, List.of(question)).get(0);
            LinkKey key = new LinkKey("CommunicationRequest", Two.HANDOFF.value(), asked.part());

            FhirJson body = Writing.question(key, asked, "t1", TASK, SENDER.endpoint, Two.START);
            JsonNode read = FhirJson.read(body.text()).value().orElseThrow().tree();

            assertThat(Asked.read(question.item(), read.path("payload")))
                    .as("seed " + seed)
                    .isEqualTo(question);
            assertThat(read.path("payload").get(0).path("contentString").asText())
                    .isEqualTo(asked.text());
            assertThat(read.path("identifier").get(0).path("value").asText()).isEqualTo(key.identifier());
            assertThat(Asked.question(1, round, question.item())).isEqualTo(key.part());
            assertThat(read.path("about").get(0).path("reference").asText()).isEqualTo("Task/t1");
            assertThat(read.path("subject")).isEqualTo(TASK.tree().path("for"));
        });
    }

    @Example
    void linksReadBackAreTheSame() {
        trips(TRIPS / 10, seed -> {
            Link link = LinkArbitraries.link(seed);

            assertThat(LinkJson.read(LinkJson.write(link))).as("seed " + seed).isEqualTo(new Mapped.Complete<>(link));
        });
    }

    /** From one record over a server into another: the offer with its time to answer, and the answer that comes back. */
    @Example
    void anOfferAndItsAnswerAreTheSameInBothRecords() {
        trips(TRIPS / 100, seed -> {
            Random random = new Random(seed);
            TwoSites two = new TwoSites();
            two.with(PartnerProfiles.plainR4());
            two.offer();
            assertThat(due(two.receiver)).as("seed " + seed).isEqualTo(due(two.sender));
            assertThat(two.receiver.offer().ask()).isEqualTo(two.sender.offer().ask());
            boolean accepts = random.nextBoolean();
            two.answer(accepts ? new Answer.Accept(maybe(random)) : new Answer.Decline(Two.REASON, maybe(random)));
            two.bothRead();

            OfferState state = two.sender.offer().state();
            assertThat(state).as("seed " + seed).isEqualTo(two.receiver.offer().state());
            assertThat(state instanceof OfferState.Accepted).isEqualTo(accepts);
            assertThat(given(two.sender)).as("seed " + seed).isNotEmpty().isEqualTo(given(two.receiver));
            if (accepts) {
                doneIsTheSameInBothRecords(two, random);
            }
        });
    }

    private static void doneIsTheSameInBothRecords(TwoSites two, Random random) {
        List<Input> output = List.of(
                new Input(Code.of("summary"), Sensitive.of(words(random))),
                new Input(Code.of("visits"), Sensitive.of(words(random))));
        assertThat(two.receiver.says(new StartAction(), two.now)).isEmpty();
        two.bothRead();
        assertThat(two.receiver.says(new CompleteAction(output), two.now)).isEmpty();
        two.bothRead();
        assertThat(two.sender.talks().orElseThrow().output()).isEqualTo(output);
    }

    private static List<Answer> given(Site site) {
        return site.record.ledger().entries().toList().stream()
                .map(Entry::event)
                .filter(AnswerGiven.class::isInstance)
                .map(event -> ((AnswerGiven) event).answer())
                .toList();
    }

    private static List<Instant> due(Site site) {
        return site.record.chart().obligations().openOf(Two.HANDOFF.value(), Kinds.RESPONSE).stream()
                .map(Obligation::due)
                .toList();
    }
}
