package care.baton.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.fhir.communication.Invitation;
import care.baton.fhir.communication.Report;
import care.baton.fhir.history.ToldStep;
import care.baton.fhir.history.Transition;
import care.baton.fhir.request.RequestReader;
import care.baton.fhir.request.ServiceAsked;
import care.baton.fhir.task.Owed;
import care.baton.handoff.Ask;
import care.baton.handoff.Kinds;
import care.baton.handoff.Priority;
import care.baton.handoff.Sbar;
import care.baton.obligation.Key;
import care.baton.obligation.Standing;
import care.baton.outcome.Code;
import care.baton.party.HandoffId;
import care.baton.party.Holder;
import care.baton.party.OrganizationId;
import care.baton.party.PersonId;
import care.baton.party.Sensitive;
import care.baton.trace.Promise;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever else than a Task we read: what may mean something else than it says is taken in not at all. */
@Promise(20)
class OtherMeaningTest {

    private static final Instant SENT = Instant.parse("2026-03-02T15:00:00Z");
    private static final HandoffId HANDOFF = HandoffId.of("handoff-1");
    private static final PersonId PERSON = PersonId.of("Patient/p1");
    private static final Holder SENDER = Holder.of(OrganizationId.of("Organization/sender"), Code.of("case-manager"));
    private static final Holder RECEIVER =
            Holder.of(OrganizationId.of("Organization/receiver"), Code.of("intake-manager"));
    private static final Ask ASK = new Ask(
            Code.of("home-care"),
            PERSON,
            Priority.URGENT,
            Sensitive.none(),
            Sensitive.of("Twice a week"),
            List.of(),
            Optional.of(SENT.plusSeconds(86_400)));

    /** What another house wrote, and how we read it. */
    private record Read(String what, FhirJson json, Function<FhirJson, Mapped<?>> by, String part) {
        @Override
        public String toString() {
            return what;
        }
    }

    private static Stream<Read> resources() {
        Sbar sbar = new Sbar(
                Sensitive.of("Home on Friday"),
                Sensitive.of("Fell at home"),
                Sensitive.of("Walks with help"),
                Sensitive.of("Visit twice a week"),
                Sensitive.none(),
                Sensitive.none());
        FhirJson request = new ServiceAsked(HANDOFF, 1, SENDER, RECEIVER, ASK).request();
        return Stream.of(
                new Read(
                        "a report",
                        new Report(HANDOFF, 1, PERSON, SENDER, RECEIVER, SENT, sbar).communication(),
                        Report::read,
                        "subject"),
                new Read(
                        "an invitation",
                        new Invitation(
                                        HANDOFF,
                                        1,
                                        PERSON,
                                        SENDER,
                                        RECEIVER,
                                        SENT,
                                        Code.of("home-care"),
                                        Priority.ROUTINE,
                                        Sensitive.of("Twice a week"),
                                        Optional.empty(),
                                        Optional.empty())
                                .communication(),
                        Invitation::read,
                        "subject"),
                new Read(
                        "what is owed",
                        new Owed(
                                        Key.of("handoff-1", Kinds.FOLLOW_UP, "visit"),
                                        Optional.empty(),
                                        PERSON,
                                        SENDER,
                                        RECEIVER,
                                        SENT,
                                        SENT.plusSeconds(86_400),
                                        false,
                                        new Standing.Open())
                                .task(),
                        Owed::read,
                        "restriction"),
                new Read(
                        "a step that was told",
                        new ToldStep(
                                        new Transition(
                                                HANDOFF,
                                                1,
                                                Code.of("offer-answered"),
                                                RECEIVER,
                                                Optional.empty(),
                                                SENT,
                                                Optional.empty()),
                                        "t1",
                                        "2")
                                .provenance(),
                        ToldStep::read,
                        "activity"),
                new Read("a request of ours", request, ServiceAsked::read, "subject"),
                new Read(
                        "anybody's request",
                        FhirJson.of(request.tree().put("id", "s1")),
                        json -> RequestReader.read(json, Code.of("home-care"), PERSON),
                        "subject"));
    }

    static Stream<Arguments> changed() {
        return resources().flatMap(read -> {
            ObjectNode whole = read.json().tree();
            modified(whole);
            ObjectNode inside = read.json().tree();
            modified((ObjectNode) inside.path(read.part()));
            ObjectNode rules = read.json().tree().put("implicitRules", "http://other.example/rules");
            return Stream.of(
                    Arguments.of(read, whole, "modifier-extension-unknown", "modifierExtension"),
                    Arguments.of(read, inside, "modifier-extension-unknown", read.part() + ".modifierExtension"),
                    Arguments.of(read, rules, "implicit-rules-unknown", "implicitRules"));
        });
    }

    private static void modified(ObjectNode part) {
        part.putArray("modifierExtension")
                .addObject()
                .put("url", "http://other.example/not")
                .put("valueBoolean", true);
    }

    @ParameterizedTest(name = "{0}, {2} at {3}")
    @MethodSource("changed")
    void isRefusedAsAWholeAndTheReasonIsNamed(Read read, ObjectNode changed, String code, String place) {
        Mapped<?> taken = read.by().apply(FhirJson.of(changed));

        assertThat(read.by().apply(read.json()).value()).as("as it was written").isPresent();
        assertThat(taken.value()).isEmpty();
        assertThat(taken.issues()).anySatisfy(issue -> {
            assertThat(issue.code().value()).isEqualTo(code);
            assertThat(issue.path()).isEqualTo(changed.path("resourceType").asText() + "." + place);
        });
    }

    static Stream<Read> whole() {
        return resources();
    }

    /** That cannot change what the rest says. */
    @ParameterizedTest
    @MethodSource("whole")
    void anElementThatFhirDoesNotKnowIsRemarkedAndTheRestIsRead(Read read) {
        Mapped<?> taken = read.by().apply(FhirJson.of(read.json().tree().put("color", "blue")));

        assertThat(taken).isInstanceOf(Mapped.Partial.class);
        assertThat(taken.issues()).extracting(issue -> issue.code().value()).containsExactly("unknown-element");
    }
}
