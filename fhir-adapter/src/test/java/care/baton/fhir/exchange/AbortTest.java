package care.baton.fhir.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.fhir.FhirJson;
import care.baton.fhir.FhirSystems;
import care.baton.fhir.Offers;
import care.baton.fhir.partner.PartnerProfile;
import care.baton.fhir.partner.PartnerProfiles;
import care.baton.fhir.task.SeenTask;
import care.baton.handoff.Answer;
import care.baton.handoff.Course;
import care.baton.handoff.HandoffCommand.GiveBack;
import care.baton.handoff.HandoffCommand.NameDiscrepancy;
import care.baton.handoff.HandoffCommand.OfferHandoff;
import care.baton.handoff.HandoffCommand.ValidateCompletion;
import care.baton.handoff.Kinds;
import care.baton.obligation.Obligation;
import care.baton.outcome.Code;
import care.baton.party.Sensitive;
import care.baton.record.RecordCommand.Fulfil;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who has begun is asked to stop by a second Task, which a person on the other side answers: it ends nothing itself. */
class AbortTest extends TwoSites {

    private static final PartnerProfile COW = PartnerProfiles.clinicalOrderWorkflow();

    private void begun() {
        with(COW);
        offer();
        foreign(task -> task.put("status", "accepted"));
        bySender();
        foreign(task -> task.put("status", "in-progress"));
        bySender();
        assertThat(holds(sender)).isFalse();
    }

    private void bySender() {
        sender.absorbs(server.page(), now);
        sender.settles(server, now);
    }

    private void byReceiver() {
        receiver.absorbs(server.page(), now);
        receiver.settles(server, now);
    }

    private void wanted() {
        assertThat(sender.says(new NameDiscrepancy(1, Exchange.TO_BE_STOPPED), now))
                .isEmpty();
        sender.settles(server, now);
    }

    private Optional<ObjectNode> abort() {
        return server.tasks().stream()
                .map(found -> found.json().tree())
                .filter(task -> task.path("code").toString().contains("\"abort\""))
                .findFirst();
    }

    private String abortStatus() {
        return abort().orElseThrow().path("status").asText();
    }

    private void answered(String status) {
        server.foreign("Task", abort().orElseThrow().path("id").asText(), task -> task.put("status", status));
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

    @Test
    void nobodyIsAskedToStopUntilSomebodyWantsIt() {
        begun();
        assertThat(sender.says(new NameDiscrepancy(1, Code.of("something-else")), now))
                .isEmpty();
        sender.settles(server, now);

        assertThat(abort()).isEmpty();
    }

    @Test
    void whoeverHasBegunIsAskedByASecondTaskAndGoesOnHolding() {
        begun();
        wanted();

        ObjectNode abort = abort().orElseThrow();
        assertThat(abort.path("status").asText()).isEqualTo("requested");
        assertThat(abort.path("intent").asText()).isEqualTo("order");
        assertThat(abort.path("code").path("coding").path(0).path("system").asText())
                .isEqualTo(FhirSystems.TASK_CODE);
        assertThat(abort.path("focus").path("reference").asText())
                .isEqualTo("Task/" + task().path("id").asText());
        assertThat(abort.path("owner").path("reference").asText()).isEqualTo("Organization/receiver");
        assertThat(status()).isEqualTo("in-progress");
        assertThat(holds(sender)).isFalse();
        assertThat(server.tasks()).hasSize(2);
        assertThat(sender.exchange.plan(sender.record, sender.links, now).issues())
                .isEmpty();
        bySender();
        assertThat(server.tasks()).hasSize(2);
    }

    @Test
    void itIsDatedAsEachTaskOfOursIs() {
        begun();
        now = now.plusNanos(123_456_789);
        wanted();

        assertThat(abort().orElseThrow().path("authoredOn").asText()).isEqualTo("2026-03-02T15:01:00Z");
        assertThat(abort().orElseThrow().path("lastModified").asText()).isEqualTo("2026-03-02T15:01:00Z");
    }

    @Test
    void whenTheyStopItIsOursAgain() {
        begun();
        wanted();
        answered("accepted");
        bySender();
        assertThat(subjects(sender)).contains("offer-1-stop-agreed");
        assertThat(holds(sender)).isFalse();
        foreign(task -> task.put("status", "cancelled"));
        bySender();

        assertThat(holds(sender)).isTrue();
        assertThat(abortStatus()).isEqualTo("accepted");
    }

    @Test
    void whenTheyGoOnSomebodyOfOursHears() {
        begun();
        wanted();
        answered("rejected");
        bySender();

        assertThat(subjects(sender)).contains("offer-1-stop-refused");
        assertThat(holds(sender)).isFalse();
        assertThat(status()).isEqualTo("in-progress");
    }

    @Test
    void whatIsNotWantedAnyMoreIsTakenBack() {
        begun();
        wanted();
        looked(sender);
        sender.settles(server, now);

        assertThat(abortStatus()).isEqualTo("cancelled");
        assertThat(looks(sender)).isEmpty();
    }

    @Test
    void aPartnerWhoCannotBeAskedThatWayIsNamed() {
        with(PartnerProfiles.plainR4());
        accepted();
        assertThat(sender.says(new NameDiscrepancy(1, Exchange.TO_BE_STOPPED), now))
                .isEmpty();

        assertThat(sender.exchange.plan(sender.record, sender.links, now).issues())
                .extracting(issue -> issue.code().value())
                .containsExactly("stop-not-asked");
        sender.settles(server, now);
        assertThat(abort()).isEmpty();
    }

    private void held() {
        with(COW);
        accepted();
        assertThat(holds(receiver)).isTrue();
    }

    private void theyAsk(String focus) {
        ObjectNode abort = JsonNodeFactory.instance.objectNode().put("resourceType", "Task");
        abort.put("status", "requested").put("intent", "order");
        abort.putObject("code")
                .putArray("coding")
                .addObject()
                .put("system", FhirSystems.TASK_CODE)
                .put("code", "abort");
        abort.putObject("focus").put("reference", focus);
        server.put("Task", "abort-1", FhirJson.of(abort));
    }

    @Test
    void aPartnerThatAsksUsToStopIsHeardByAPersonAndNothingEnds() {
        held();
        theyAsk("Task/" + task().path("id").asText());
        byReceiver();
        byReceiver();

        assertThat(subjects(receiver)).containsExactly("offer-1-cancellation-asked");
        assertThat(receiver.issues).contains("cancellation-asked");
        assertThat(holds(receiver)).isTrue();
        assertThat(abortStatus()).isEqualTo("requested");
        assertThat(status()).isEqualTo("accepted");
    }

    @Test
    void whoeverLooksAndGoesOnHasSaidNo() {
        held();
        theyAsk("Task/" + task().path("id").asText());
        byReceiver();
        looked(receiver);
        byReceiver();

        assertThat(abortStatus()).isEqualTo("rejected");
        assertThat(holds(receiver)).isTrue();
        assertThat(looks(receiver)).isEmpty();
    }

    @Test
    void whatThePartnerTakesBackItselfIsNotAnswered() {
        held();
        theyAsk("Task/" + task().path("id").asText());
        byReceiver();
        answered("cancelled");
        byReceiver();
        looked(receiver);
        byReceiver();

        assertThat(abortStatus()).isEqualTo("cancelled");
        assertThat(holds(receiver)).isTrue();
    }

    @Test
    void whoeverGivesItBackHasSaidYes() {
        held();
        theyAsk("Task/" + task().path("id").asText());
        byReceiver();
        assertThat(receiver.says(new GiveBack(Code.of("no-longer-needed")), now))
                .isEmpty();
        byReceiver();

        assertThat(abortStatus()).isEqualTo("accepted");
    }

    @Test
    void whoeverDeclinesHasSaidYes() {
        with(COW);
        offer();
        theyAsk("Task/" + task().path("id").asText());
        byReceiver();
        assertThat(abortStatus()).isEqualTo("requested");
        answer(new Answer.Decline(Two.REASON, Sensitive.none()));
        byReceiver();

        assertThat(abortStatus()).isEqualTo("accepted");
    }

    @Test
    void aBidStandsUntilAPersonHasLooked() {
        with(COW);
        server.put("ServiceRequest", "s1", FhirJson.of(order()));
        OfferHandoff firm = asked("ServiceRequest/s1");
        assertThat(sender.says(Offers.inviting(firm.to(), firm.ask()), now)).isEmpty();
        sender.settles(server, now);
        receiver.takes(server.page(), now);
        answer(new Answer.Accept());
        byReceiver();
        assertThat(status()).isEqualTo("accepted");
        theyAsk("Task/" + task().path("id").asText());
        byReceiver();

        assertThat(abortStatus()).isEqualTo("requested");
    }

    @Test
    void whoeverHasFinishedHasNotSaidYes() {
        held();
        theyAsk("Task/" + task().path("id").asText());
        byReceiver();
        done();
        bothRead();
        assertThat(abortStatus()).isEqualTo("requested");
        receiver.hears(Two.SENDER, new ValidateCompletion(), now);
        byReceiver();

        assertThat(receiver.talks().orElseThrow().course()).isEqualTo(Course.CLOSED);
        assertThat(abortStatus()).isEqualTo("requested");
    }

    @Test
    void whoeverHasGivenItBackSaysYesToWhatIsAskedAfter() {
        held();
        assertThat(receiver.says(new GiveBack(Code.of("no-longer-needed")), now))
                .isEmpty();
        byReceiver();
        bothRead();
        assertThat(holds(receiver)).isFalse();
        theyAsk("Task/" + task().path("id").asText());
        byReceiver();

        assertThat(abortStatus()).isEqualTo("accepted");
    }

    @Test
    void whatTheyHaveFinishedMeanwhileIsTheirsToAnswer() {
        begun();
        wanted();
        foreign(task -> task.put("status", "completed"));
        bySender();

        assertThat(abortStatus()).isEqualTo("requested");
    }

    @Test
    void aPartnerThatWouldHaveTheRequestStoppedIsHeardByItsSender() {
        with(COW);
        offer();
        theyAsk("ServiceRequest/s1");
        bySender();

        assertThat(subjects(sender)).containsExactly("offer-1-cancellation-asked");
        assertThat(sender.offer().isLive()).isTrue();
        assertThat(abortStatus()).isEqualTo("requested");
        answer(new Answer.Accept());
        receiver.settles(server, now);
        bySender();
        assertThat(holds(sender)).isFalse();
    }

    @Test
    void anAbortOfSomethingElseIsNoneOfOurs() {
        held();
        theyAsk("Task/other");
        byReceiver();

        assertThat(looks(receiver)).isEmpty();
        assertThat(receiver.exchange.doubtful(server.page(), receiver.links)).isEmpty();
        server.foreign("Task", "abort-1", task -> task.putObject("owner").put("reference", "Organization/receiver"));
        assertThat(receiver.exchange.doubtful(server.page(), receiver.links)).hasSize(1);
    }

    @Test
    void aLostAnswerAsksNobodyTwice() {
        begun();
        assertThat(sender.says(new NameDiscrepancy(1, Exchange.TO_BE_STOPPED), now))
                .isEmpty();
        List<Request> requests = sender.plans(now);
        assertThat(requests).hasSize(1);
        server.perform(requests.get(0));
        sender.settles(server, now);

        assertThat(server.tasks()).hasSize(2);
        assertThat(abortStatus()).isEqualTo("requested");
        answered("rejected");
        bySender();
        assertThat(subjects(sender)).contains("offer-1-stop-refused");
    }

    @Test
    void itTellsItsKindAndNothingOfWhatIsInIt() {
        begun();
        Stance stance = Stance.of(sender.talks().orElseThrow(), sender.offer(), sender.endpoint)
                .orElseThrow();
        SeenTask task = SeenTask.of(server.tasks().get(0).json(), Optional.empty());

        assertThat(new Aborting(stance, task)).hasToString("Aborting");
    }
}
