package care.baton.fhir.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.fhir.Offers;
import care.baton.fhir.communication.Report;
import care.baton.handoff.Content;
import care.baton.handoff.HandoffCommand.OfferHandoff;
import care.baton.handoff.HandoffCommand.WithdrawOffer;
import care.baton.handoff.Ipass;
import care.baton.handoff.Sbar;
import care.baton.outcome.Code;
import care.baton.party.Sensitive;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the sender tells beside an offer is on the server once, and the Task points to it. */
class ReportTest extends TwoSites {

    private static Sensitive says(String text) {
        return Sensitive.of(text);
    }

    static List<Content> contents() {
        return List.of(
                new Sbar(
                        says("Goes home today"),
                        says("Hip replaced"),
                        says("Walks with a frame"),
                        says("Twice a week"),
                        Sensitive.none(),
                        says("Fever")),
                new Ipass(says("Stable"), says("Hip replaced"), List.of(says("Visit"), says("Call")), says("Fever")));
    }

    @ParameterizedTest
    @MethodSource("contents")
    void theReportOfAnOfferIsReadBackAsItWasTold(Content content) {
        says(content);
        sender.settles(server, now);
        receiver.takes(server.page(), now);
        now = now.plusSeconds(60);
        bothRead();

        List<Report> told = server.all("Communication").stream()
                .map(found -> Report.read(found.json()).value().orElseThrow())
                .toList();
        assertThat(told).hasSize(1);
        assertThat(told.get(0).content()).isEqualTo(content);
        assertThat(told.get(0).sender()).isEqualTo(Two.SENDER);
        assertThat(server.all("Communication").get(0).json().element("sender").path("reference"))
                .isEqualTo(task().path("requester").path("reference"));
        assertThat(told.get(0).recipient()).isEqualTo(Two.RECEIVER);
        assertThat(told.get(0).isOn(server.tasks().get(0).json())).isTrue();
        assertThat(receiver.offer().ask()).isEqualTo(sender.offer().ask());
    }

    @Test
    void itsSenderIsWhoAsksByTheTaskInTheServersOwnName() {
        Endpoint known = Two.senders(SDOH);
        sender = new Site(
                new Endpoint(known.base(), known.profile(), known.partner(), known.own(), "Organization/77"), now);
        says(contents().get(0));
        sender.settles(server, now);

        assertThat(task().path("requester").path("reference").asText()).isEqualTo("Organization/77");
        assertThat(server.all("Communication")
                        .get(0)
                        .json()
                        .element("sender")
                        .path("reference")
                        .asText())
                .isEqualTo("Organization/77");
    }

    @Test
    void aReportWhoseAnswerWasLostIsLookedForBeforeItIsSentAgain() {
        says(contents().get(0));
        sender.plans(now).forEach(server::perform);

        assertThat(sender.plans(now))
                .anyMatch(
                        r -> r instanceof Request.Find find && find.key().type().equals("Communication"));
        sender.settles(server, now);
        assertThat(server.all("Communication")).hasSize(1);
    }

    @Test
    void nothingIsToldBesideAnOfferThatWasTakenBackBeforeItLeft() {
        says(contents().get(0));
        assertThat(sender.says(new WithdrawOffer(1, Code.of("found-another")), now))
                .isEmpty();
        sender.settles(server, now);

        assertThat(server.tasks()).isEmpty();
        assertThat(server.all("Communication")).isEmpty();
    }

    /** The sender offers, and this report goes with it. */
    private void says(Content content) {
        OfferHandoff plain = asked("ServiceRequest/s1");
        assertThat(sender.says(Offers.telling(plain.to(), plain.ask(), content), now))
                .isEmpty();
    }
}
