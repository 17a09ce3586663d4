package care.baton.fhir.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.fhir.FhirSystems;
import care.baton.handoff.Answer;
import care.baton.handoff.Course;
import care.baton.handoff.HandoffCommand.AnswerOffer;
import care.baton.handoff.HandoffCommand.CompleteAction;
import care.baton.handoff.HandoffCommand.RefuseCompletion;
import care.baton.handoff.HandoffCommand.ValidateCompletion;
import care.baton.handoff.Input;
import care.baton.handoff.Kinds;
import care.baton.handoff.OfferState;
import care.baton.outcome.Code;
import care.baton.party.Sensitive;
import care.baton.trace.Promise;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Between the word that it is done and its confirmation somebody holds it all the time. */
@Promise(1)
class ReportedDoneTest extends TwoSites {

    private static final CompleteAction DONE =
            new CompleteAction(List.of(new Input(Code.of("result"), Sensitive.of("Stable at home"))));

    @BeforeEach
    void heldByTheReceiver() {
        accepted();
    }

    private void done(CompleteAction said) {
        receiver.says(said, now);
        receiver.settles(server, now);
    }

    private Course course(Site site) {
        return site.talks().orElseThrow().course();
    }

    @Test
    void theReceiverHoldsItUntilItReadsTheSendersMark() {
        done(DONE);
        assertThat(status()).isEqualTo("completed");
        assertThat(holds(receiver)).isTrue();
        assertThat(holds(sender)).isFalse();

        sender.absorbs(server.page(), now);
        sender.settles(server, now);
        assertThat(course(sender)).isEqualTo(Course.VALIDATING);
        assertThat(course(receiver)).isEqualTo(Course.DONE);
        assertThat(holds(sender) && holds(receiver)).isTrue();

        bothRead();
        assertThat(holds(sender)).isTrue();
        assertThat(holds(receiver)).isFalse();
        assertThat(course(receiver)).isEqualTo(Course.VALIDATING);
        assertThat(sender.plans(now)).isEmpty();
        assertThat(receiver.plans(now)).isEmpty();
    }

    @Test
    void aMarkThatNamesAnotherVersionIsNoMark() {
        done(DONE);
        foreign(t -> t.withArray("/extension")
                .addObject()
                .put("url", FhirSystems.SEEN_BY_SENDER)
                .put("valueString", "1"));

        receiver.absorbs(server.page(), now);
        receiver.settles(server, now);

        assertThat(course(receiver)).isEqualTo(Course.DONE);
        assertThat(holds(receiver)).isTrue();
    }

    @Test
    void whatIsLeftIsTheSendersToConfirm() {
        done(DONE);
        bothRead();
        bothRead();

        assertThat(sender.record.chart().obligations().openOf(Two.HANDOFF.value(), Kinds.VALIDATE))
                .singleElement()
                .matches(o -> o.holder().sameRole(Two.SENDER));
        assertThat(sender.says(new ValidateCompletion(), now)).isEmpty();
        assertThat(course(sender)).isEqualTo(Course.CLOSED);
    }

    @Test
    void aResultThatComesAfterTheWordIsTakenInAndCanBeConfirmed() {
        done(new CompleteAction(List.of()));
        bothRead();
        bothRead();
        foreign(t -> t.withArray("/output").addObject().put("valueString", "Stable at home"));
        bothRead();

        assertThat(course(sender)).isEqualTo(Course.VALIDATING);
        assertThat(sender.says(new ValidateCompletion(), now)).isEmpty();
    }

    @Test
    void whatIsReportedAsNotDoneAfterAllIsTheSendersToPlace() {
        done(DONE);
        bothRead();
        bothRead();
        foreign(t -> t.put("status", "failed"));
        bothRead();

        assertThat(course(sender)).isEqualTo(Course.OFFERING);
        assertThat(holds(sender)).isTrue();
        assertThat(sender.record.chart().obligations().openOf(Two.HANDOFF.value(), Kinds.PLACE))
                .hasSize(1);
    }

    @Test
    void goingOnWithItAfterwardsGivesItToNobodyAndIsNamed() {
        done(DONE);
        bothRead();
        bothRead();
        foreign(t -> t.put("status", "in-progress"));
        sender.absorbs(server.page(), now);
        sender.settles(server, now);

        assertThat(holds(sender)).isTrue();
        assertThat(sender.issues).contains("held-after-end");
    }

    @Test
    void whatIsNotConfirmedIsOfferedAgainUnderTheSameHandoff() {
        done(DONE);
        bothRead();
        bothRead();
        sender.says(new RefuseCompletion(Code.of("not-what-was-asked")), now);
        offer();

        assertThat(course(receiver)).isEqualTo(Course.OFFERING);
        assertThat(receiver.offer().number()).isEqualTo(2);
        assertThat(receiver.refused).isEmpty();
        receiver.says(new AnswerOffer(2, receiver.offer().asked(), new Answer.Accept()), now);
        receiver.settles(server, now);
        bothRead();
        assertThat(receiver.offer().state()).isInstanceOf(OfferState.Accepted.class);
        assertThat(holds(receiver)).isTrue();
        assertThat(holds(sender)).isFalse();
    }

    @Test
    void aResultThatIsSaidLaterIsWritten() {
        done(new CompleteAction(List.of()));
        bothRead();
        bothRead();
        done(DONE);
        bothRead();

        assertThat(task().path("output")).hasSize(1);
        assertThat(sender.says(new ValidateCompletion(), now)).isEmpty();
        assertThat(receiver.plans(now)).isEmpty();
    }

    /** By somebody who knows nothing of Baton. */
    private void theySay(String status, String... results) {
        foreign(t -> {
            t.put("status", status);
            for (String result : results) {
                t.withArray("/output")
                        .addObject()
                        .put("valueString", result)
                        .putObject("type")
                        .put("text", "result");
            }
        });
        sender.absorbs(server.page(), now);
        sender.settles(server, now);
    }

    private List<String> looks() {
        return sender.record.chart().obligations().openOf(Two.HANDOFF.value(), Kinds.LOOK_INTO).stream()
                .map(o -> o.key().subject())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"requested", "failed"})
    void whatIsDoneAfterItCameBackIsHeardOnce(String back) {
        theySay(back);
        assertThat(holds(sender)).isTrue();
        theySay("completed", "Stable at home");
        theySay("completed");

        assertThat(holds(sender)).isTrue();
        assertThat(looks()).containsExactly("offer-1-held-after-end");
    }

    @Test
    void aResultThatComesAfterItWasNotConfirmedIsHeard() {
        theySay("completed");
        assertThat(sender.says(new RefuseCompletion(Code.of("no-result")), now)).isEmpty();
        theySay("completed");
        assertThat(looks()).isEmpty();

        theySay("completed", "Stable at home");
        assertThat(looks()).containsExactly("offer-1-held-after-end");
    }
}
