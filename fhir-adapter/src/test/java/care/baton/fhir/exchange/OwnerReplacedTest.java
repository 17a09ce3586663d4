package care.baton.fhir.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.fhir.FhirJson;
import care.baton.handoff.Answer;
import care.baton.handoff.Course;
import care.baton.handoff.HandoffCommand.CompleteAction;
import care.baton.handoff.HandoffCommand.GiveBack;
import care.baton.handoff.HandoffCommand.StartAction;
import care.baton.handoff.Input;
import care.baton.handoff.Kinds;
import care.baton.handoff.OfferState;
import care.baton.outcome.Code;
import care.baton.party.Sensitive;
import care.baton.record.RecordCommand.Fulfil;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A Task that was addressed to us is another's by now, or for another person: nothing of ours is written on it. */
class OwnerReplacedTest extends TwoSites {

    private void isAnothers() {
        foreign(task -> task.putObject("owner").put("reference", "Organization/other"));
    }

    private void looks() {
        receiver.absorbs(server.page(), now);
        receiver.settles(server, now);
    }

    private List<String> toLookInto() {
        return receiver.record.chart().obligations().openOf(Two.HANDOFF.value(), Kinds.LOOK_INTO).stream()
                .map(o -> o.key().subject())
                .toList();
    }

    private static CompleteAction itIsDone() {
        return new CompleteAction(List.of(new Input(Code.of("result"), Sensitive.of("Stable at home"))));
    }

    @Test
    void anOfferThatTheSenderTurnedToAnotherIsNoneToUs() {
        offer();
        isAnothers();
        looks();
        foreign(task -> task.withArray("/note").addObject().put("text", "Rang"));
        looks();

        assertThat(receiver.offer().state()).isInstanceOf(OfferState.Withdrawn.class);
        assertThat(toLookInto()).containsExactly("offer-1-owner-replaced");
        assertThat(status()).isEqualTo("requested");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anAnswerThatCameTooLateForThatIsNotWritten(boolean accepts) {
        offer();
        isAnothers();
        ObjectNode before = task();
        answer(accepts ? new Answer.Accept() : new Answer.Decline(Two.REASON, Sensitive.none()));
        receiver.settles(server, now);

        assertThat(task()).isEqualTo(before);
        assertThat(receiver.offer().intended()).isEmpty();
        assertThat(receiver.offer().state()).isInstanceOf(OfferState.Withdrawn.class);
        assertThat(toLookInto()).contains("offer-1-owner-replaced");
    }

    @Test
    void aTaskForNobodyThatAnotherHasClaimedIsNotSaidToBeAcceptedInOurName() {
        server.put("ServiceRequest", "s1", FhirJson.of(order()));
        assertThat(sender.says(asked("ServiceRequest/s1"), now)).isEmpty();
        sender.settles(server, now);
        foreign(task -> task.remove("owner"));
        Response.Found found = server.tasks().get(0);
        Absorbed taken = taken(found);
        receiver.record = taken.record();
        receiver.links = taken.links();
        foreign(task -> task.put("status", "accepted").putObject("owner").put("reference", "Organization/other"));
        looks();

        assertThat(toLookInto()).containsExactly("offer-1-owner-replaced");
        assertThat(receiver.offer().state()).isInstanceOf(OfferState.Withdrawn.class);
    }

    @Test
    void whoeverHoldsItDoesNotGoOnOverAnothersTaskAndIsTold() {
        accepted();
        isAnothers();
        ObjectNode before = task();
        receiver.says(new StartAction(), now);
        receiver.settles(server, now);
        receiver.says(itIsDone(), now);
        receiver.settles(server, now);

        assertThat(task()).isEqualTo(before);
        assertThat(toLookInto()).contains("offer-1-no-longer-says-we-hold");
    }

    @Test
    void whatIsGivenBackDoesNotEndAnothersTask() {
        accepted();
        receiver.says(new GiveBack(Code.of("no-staff")), now);
        isAnothers();
        ObjectNode before = task();
        receiver.settles(server, now);

        assertThat(task()).isEqualTo(before);
        assertThat(toLookInto()).contains("offer-1-no-longer-says-we-hold");
    }

    @Test
    void aResultOfOnePersonIsNotWrittenOnTheTaskOfAnother() {
        accepted();
        foreign(task -> task.putObject("for").put("reference", "Patient/other"));
        looks();
        receiver.says(itIsDone(), now);
        receiver.settles(server, now);

        assertThat(status()).isEqualTo("accepted");
        assertThat(task().toString()).doesNotContain("Stable at home");
        assertThat(toLookInto()).contains("offer-1-for-another-person");
    }

    @Test
    void whatIsDoneIsNotWrittenOverOtherContentUntilSomebodyHasLooked() {
        accepted();
        receiver.says(itIsDone(), now);
        foreign(task -> task.put("description", "Three times a week"));
        receiver.settles(server, now);

        assertThat(status()).isEqualTo("accepted");
        assertThat(toLookInto()).containsExactly("offer-1-content-changed");

        receiver.record.chart().obligations().openOf(Two.HANDOFF.value(), Kinds.LOOK_INTO).stream()
                .map(o -> o.key())
                .toList()
                .forEach(key -> receiver.does(new Fulfil(key), now));
        receiver.settles(server, now);

        assertThat(status()).isEqualTo("completed");
    }

    @Test
    void whatIsDoneIsNotConfirmedByTheMarkOfACancellation() {
        accepted();
        receiver.says(itIsDone(), now);
        foreign(task -> task.put("status", "cancelled"));
        bothRead();
        bothRead();

        assertThat(receiver.talks().orElseThrow().course()).isEqualTo(Course.DONE);
        assertThat(toLookInto()).contains("offer-1-no-longer-says-we-hold");
    }

    private void looked() {
        receiver.record.chart().obligations().openOf(Two.HANDOFF.value(), Kinds.LOOK_INTO).stream()
                .map(o -> o.key())
                .toList()
                .forEach(key -> receiver.does(new Fulfil(key), now));
        receiver.settles(server, now);
    }

    private void daysPass() {
        for (int day = 0; day < 3; day++) {
            now = now.plusSeconds(86_400);
            receiver.settles(server, now);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"done", "given-back"})
    void whatIsNotOursToWriteAnyMoreIsToldByAPersonAlsoAfterSomebodyHasLooked(String what) {
        accepted();
        isAnothers();
        looks();
        looked();
        assertThat(toLookInto()).isEmpty();
        receiver.says(what.equals("done") ? itIsDone() : new GiveBack(Code.of("no-staff")), now);
        daysPass();

        assertThat(status()).isEqualTo("accepted");
        assertThat(toLookInto()).containsExactly("offer-1-not-written");

        looked();
        daysPass();
        assertThat(toLookInto()).isEmpty();
    }
}
