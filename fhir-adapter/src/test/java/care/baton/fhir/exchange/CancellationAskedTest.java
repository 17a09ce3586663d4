package care.baton.fhir.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.fhir.FhirSystems;
import care.baton.fhir.partner.PartnerProfiles;
import care.baton.handoff.Course;
import care.baton.handoff.HandoffCommand.CompleteAction;
import care.baton.handoff.HandoffCommand.GiveBack;
import care.baton.handoff.HandoffCommand.NameDiscrepancy;
import care.baton.handoff.HandoffCommand.StartAction;
import care.baton.handoff.Kinds;
import care.baton.obligation.Obligation;
import care.baton.outcome.Code;
import care.baton.record.RecordCommand.Fulfil;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where a partner's sender asks to cancel by a business status, after it was accepted: a person decides. */
class CancellationAskedTest extends TwoSites {

    private static final String ASKED = "5.2";
    private static final String AT_WORK = "5.1";

    @BeforeEach
    void held() {
        with(PartnerProfiles.bser());
        accepted();
    }

    @Test
    void itStandsUntilAPersonHasLooked() {
        starts();
        byReceiver();
        theyWrite(ASKED);
        byReceiver();
        byReceiver();

        assertThat(codes()).containsExactly(ASKED);
        assertThat(subjects(receiver)).containsExactly("offer-1-cancellation-asked");
    }

    @Test
    void aStartThatWasOnItsWayIsNotWrittenOverIt() {
        starts();
        overtakenByTheirAsking();

        assertThat(codes()).containsExactly(ASKED);
        assertThat(subjects(receiver)).containsExactly("offer-1-cancellation-asked");
    }

    @Test
    void aReportThatWasOnItsWayIsNotWrittenOverIt() {
        assertThat(receiver.says(new CompleteAction(List.of()), now)).isEmpty();
        overtakenByTheirAsking();

        assertThat(status()).isEqualTo("in-progress");
        assertThat(codes()).containsExactly(ASKED);
    }

    @Test
    void whoeverLooksAndGoesOnSaysSoAndIsAskedAgainTheNextTime() {
        starts();
        byReceiver();
        theyWrite(ASKED);
        byReceiver();
        looked(receiver);
        byReceiver();
        assertThat(codes()).containsExactly(AT_WORK);
        assertThat(status()).isEqualTo("in-progress");

        theyWrite(ASKED);
        byReceiver();
        assertThat(codes()).containsExactly(ASKED);
        assertThat(subjects(receiver)).containsExactly("offer-1-cancellation-asked");
    }

    @Test
    void whoeverHasLookedMayReportThatItIsDone() {
        theyWrite(ASKED);
        byReceiver();
        looked(receiver);
        done();

        assertThat(status()).isEqualTo("completed");
        assertThat(codes()).containsExactly("7.0");
    }

    @Test
    void whoeverGivesItBackConfirmsThatItIsCancelled() {
        theyWrite(ASKED);
        byReceiver();
        assertThat(receiver.says(new GiveBack(Code.of("no-longer-needed")), now))
                .isEmpty();
        byReceiver();

        assertThat(status()).isEqualTo("cancelled");
        assertThat(codes()).containsExactly("6.0");
        assertThat(words()).isEqualTo(Faces.CANCELLED);
        bothRead();
        assertThat(holds(sender)).isTrue();
        assertThat(holds(receiver)).isFalse();
    }

    @Test
    void theSenderAsksOnceForWhatSomebodyWantsStopped() {
        wanted();

        assertThat(status()).isEqualTo("in-progress");
        assertThat(codes()).containsExactly(ASKED);
        assertThat(sender.exchange.plan(sender.record, sender.links, now).issues())
                .isEmpty();
        bySender();
        assertThat(holds(sender)).isFalse();
        assertThat(sender.talks().orElseThrow().course()).isEqualTo(Course.HELD);
        assertThat(server.tasks()).hasSize(1);
    }

    @Test
    void thatTheyGoOnIsTheirAnswerAndIsNotAskedAgain() {
        wanted();
        theyWrite(AT_WORK);
        bySender();
        bySender();

        assertThat(codes()).containsExactly(AT_WORK);
        assertThat(subjects(sender)).contains("offer-1-stop-refused");
        assertThat(holds(sender)).isFalse();
    }

    @Test
    void whenTheyConfirmItIsOursAgain() {
        wanted();
        byReceiver();
        assertThat(receiver.says(new GiveBack(Code.of("no-longer-needed")), now))
                .isEmpty();
        byReceiver();
        bothRead();

        assertThat(status()).isEqualTo("cancelled");
        assertThat(holds(sender)).isTrue();
    }

    @Test
    void whenAPersonOfTheirsGoesOnBothKnow() {
        wanted();
        byReceiver();
        looked(receiver);
        starts();
        bothRead();

        assertThat(codes()).containsExactly(AT_WORK);
        assertThat(subjects(sender)).contains("offer-1-stop-refused");
        assertThat(sender.talks().orElseThrow().course()).isEqualTo(Course.STARTED);
        assertThat(subjects(receiver)).isEmpty();
    }

    private void starts() {
        assertThat(receiver.says(new StartAction(), now)).isEmpty();
    }

    private void wanted() {
        assertThat(sender.says(new NameDiscrepancy(1, Exchange.TO_BE_STOPPED), now))
                .isEmpty();
        sender.settles(server, now);
    }

    /** What we were about to write meets a version that asks to cancel. */
    private void overtakenByTheirAsking() {
        List<Request> requests = receiver.plans(now);
        while (requests.stream().noneMatch(Request.Update.class::isInstance)) {
            requests.forEach(r -> receiver.absorbs(server.perform(r), now));
            requests = receiver.plans(now);
        }
        theyWrite(ASKED);
        requests.forEach(r -> receiver.absorbs(server.perform(r), now));
        receiver.settles(server, now);
    }

    private void theyWrite(String code) {
        foreign(task -> {
            ObjectNode business = task.put("status", "in-progress").putObject("businessStatus");
            business.putArray("coding")
                    .addObject()
                    .put("system", FhirSystems.BSER_BUSINESS_STATUS)
                    .put("code", code);
        });
    }

    private void bySender() {
        sender.absorbs(server.page(), now);
        sender.settles(server, now);
    }

    private void byReceiver() {
        receiver.absorbs(server.page(), now);
        receiver.settles(server, now);
    }

    private List<String> codes() {
        return task().path("businessStatus").findValuesAsText("code");
    }

    private String words() {
        return task().path("businessStatus").path("text").asText();
    }

    private static List<Obligation> looks(Site site) {
        return site.record.chart().obligations().openOf(Two.HANDOFF.value(), Kinds.LOOK_INTO);
    }

    private static List<String> subjects(Site site) {
        return looks(site).stream().map(o -> o.key().subject()).toList();
    }

    private void looked(Site site) {
        looks(site).forEach(o -> assertThat(site.does(new Fulfil(o.key()), now)).isEmpty());
    }
}
