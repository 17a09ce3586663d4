package care.baton.fhir.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.fhir.FhirJson;
import care.baton.fhir.Offers;
import care.baton.fhir.partner.PartnerProfiles;
import care.baton.handoff.Answer;
import care.baton.handoff.Content;
import care.baton.handoff.Course;
import care.baton.handoff.HandoffCommand.OfferHandoff;
import care.baton.handoff.HandoffCommand.StartAction;
import care.baton.handoff.Kinds;
import care.baton.handoff.Question;
import care.baton.handoff.Sbar;
import care.baton.obligation.Obligation;
import care.baton.outcome.Code;
import care.baton.party.Sensitive;
import care.baton.record.RecordCommand.Fulfil;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What does not fit, and what cannot be seen, is told to somebody: one look is owed, and others hear when it is late. */
class LookTest extends TwoSites {

    @Test
    void aTaskThatHasBecomeAnotherPersonsIsLookedIntoByWhoeverReadsIt() {
        offer();
        another();
        reads(sender);
        reads(receiver);

        for (Site site : List.of(sender, receiver)) {
            assertThat(site.issues).contains("for-another-person");
            assertThat(looks(site)).contains("offer-1-for-another-person").doesNotHaveDuplicates();
            Obligation look = open(site).get(0);
            assertThat(look.holder().organization())
                    .isEqualTo(site.endpoint.own().organization());
            assertThat(look.due()).isAfter(now);
        }
    }

    @Test
    void whatItSaysForAnotherPersonIsNeverBelieved() {
        held();
        another();
        foreign(t -> t.put("status", "completed")
                .withArray("/output")
                .addObject()
                .put("valueString", "Seen")
                .putObject("type")
                .put("text", "result"));
        reads(sender);
        reads(receiver);

        assertThat(sender.talks().orElseThrow().course()).isEqualTo(Course.HELD);
        assertThat(holds(receiver)).isTrue();
        assertThat(looks(sender)).contains("offer-1-for-another-person");
        assertThat(looks(receiver)).contains("offer-1-for-another-person");
    }

    @Test
    void whoHasLookedIsAskedAgainOnlyWhenThereIsNews() {
        offer();
        another();
        reads(sender);
        Obligation look = open(sender).get(0);
        assertThat(sender.does(new Fulfil(look.key()), now)).isEmpty();

        foreign(t -> t.withArray("/note").addObject().put("text", "Ringing"));
        reads(sender);
        assertThat(looks(sender)).isEmpty();

        foreign(t -> t.put("status", "accepted"));
        reads(sender);
        assertThat(looks(sender)).contains("offer-1-for-another-person");
        assertThat(holds(sender)).isTrue();
    }

    @Test
    void anAcceptanceInOurNameThatWeNeverGaveIsLookedInto() {
        offer();
        foreign(t -> t.put("status", "accepted"));
        reads(receiver);

        assertThat(looks(receiver)).containsExactly("offer-1-accepted-in-our-name");
        assertThat(open(receiver).get(0).holder().role()).isEqualTo(Two.RECEIVER.role());
    }

    @Test
    void whatATaskIsAboutAndNobodyCanReadIsToldEachTimeAndLookedIntoWhenItLasts() {
        taken();
        Instant from = now;
        while (now.isBefore(from.plus(Duration.ofMinutes(50)))) {
            focusAnswers(r -> new Response.Unknown(Optional.of(r.key()), r.number()));
            assertThat(looks(receiver)).as(now.toString()).isEmpty();
            now = now.plusSeconds(30);
        }
        assertThat(receiver.issues).contains("no-answer");

        for (int i = 0; i < 20; i++) {
            now = now.plus(Duration.ofHours(1));
            focusAnswers(r -> new Response.Unknown(Optional.of(r.key()), r.number()));
        }
        assertThat(looks(receiver)).containsExactly("offer-1-focus-unreadable");
    }

    @Test
    void whatMayNotBeReadIsLookedIntoAtOnce() {
        for (int status : List.of(401, 403)) {
            LookTest each = new LookTest();
            each.taken();
            each.focusAnswers(r -> new Response.Refused(Optional.of(r.key()), r.number(), status, Optional.empty()));

            assertThat(each.looks(each.receiver)).as("" + status).containsExactly("offer-1-focus-unreadable");
        }
        taken();
        server.remove("ServiceRequest", "s1");
        reads(receiver);
        assertThat(looks(receiver)).containsExactly("offer-1-focus-unreadable");
    }

    @Test
    void aRequestThatWasRevokedAfterWeAcceptedIsLookedInto() {
        offer();
        answer(new Answer.Accept());
        receiver.settles(server, now);
        server.foreign("ServiceRequest", "s1", t -> t.put("status", "revoked"));
        foreign(t -> t.withArray("/note").addObject().put("text", "Not needed any more"));
        reads(receiver);

        assertThat(receiver.issues).contains("focus-revoked");
        assertThat(looks(receiver)).containsExactly("offer-1-focus-revoked");
        assertThat(receiver.says(new StartAction(), now)).isNotEmpty();
        assertThat(receiver.does(new Fulfil(open(receiver).get(0).key()), now)).isEmpty();
        assertThat(receiver.says(new StartAction(), now)).isEmpty();
    }

    @Test
    void aQuestionThatTheServerDoesNotTakeIsNotAskedInSilence() {
        with(PartnerProfiles.plainR4());
        offer();
        answer(new Answer.RequestClarification(
                List.of(new Question(Code.of("dose"), Sensitive.of("Which?"), Sensitive.none()))));
        for (int i = 0; i < 3; i++) {
            receiver.plans(now)
                    .forEach(r -> receiver.absorbs(
                            r instanceof Request.Create c
                                    ? new Response.Refused(Optional.of(c.key()), c.number(), 422, Optional.empty())
                                    : server.perform(r),
                            now));
        }

        assertThat(looks(receiver)).containsExactly("offer-1-question-unreachable");
    }

    @Test
    void aReportThatTheServerDoesNotTakeIsNamedAsAReport() {
        OfferHandoff plain = asked("ServiceRequest/s1");
        Sensitive words = Sensitive.of("Goes home today");
        Content told = new Sbar(words, words, words, words, Sensitive.none(), Sensitive.none());
        sender.says(Offers.telling(plain.to(), plain.ask(), told), now);
        for (int i = 0; i < 3; i++) {
            sender.plans(now)
                    .forEach(r -> sender.absorbs(
                            r instanceof Request.Create c && c.key().type().equals("Communication")
                                    ? new Response.Refused(Optional.of(c.key()), c.number(), 422, Optional.empty())
                                    : server.perform(r),
                            now));
        }

        assertThat(looks(sender)).containsExactly("offer-1-report-unreachable");
    }

    @Test
    void aTaskThatIsGoneIsLookedIntoByTheSenderAtOnce() {
        held();
        Link link = sender.links.get(LinkKey.task("handoff-1", 1)).orElseThrow();
        sender.links = sender.links.with(link.hinted());
        server.remove("Task", link.id().orElseThrow());
        sender.settles(server, now);

        assertThat(holds(sender)).isTrue();
        assertThat(looks(sender)).containsExactly("offer-1-gone");
    }

    @Test
    void whatIsHeldAndSaysSomethingInDoubtIsLookedIntoByTheSender() {
        held();
        foreign(t -> t.put("status", "in-progress").putObject("requester").put("reference", "Organization/other"));
        reads(sender);

        assertThat(sender.talks().orElseThrow().course()).isEqualTo(Course.HELD);
        assertThat(holds(sender)).isFalse();
        assertThat(looks(sender)).containsExactly("offer-1-held-in-doubt");
    }

    @Test
    void anotherStatusUnderTheSameVersionIsReadAndNamed() {
        held();
        Response.Found there = server.tasks().get(0);
        ObjectNode changed = there.json().tree();
        server.keep(
                new Response.Found("Task", there.id(), there.version(), FhirJson.of(changed.put("status", "failed"))));
        reads(sender);

        assertThat(sender.issues).contains("version-reused");
        assertThat(holds(sender)).isTrue();
    }

    @Test
    void hundredsOfCopiesAreOneRemarkAndTheirNumber() {
        offer();
        for (int i = 0; i < 300; i++) {
            server.put("Task", "copy-" + i, server.tasks().get(0).json());
        }

        Absorbed absorbed = sender.absorbs(server.page(), now);

        assertThat(absorbed.issues())
                .singleElement()
                .satisfies(i -> assertThat(i.code().value()).isEqualTo("second-of-one-identifier"));
        assertThat(absorbed.repeated()).isEqualTo(299);
        assertThat(absorbed.entries()).isEmpty();
    }

    private void held() {
        accepted();
        assertThat(holds(sender)).isFalse();
    }

    private void another() {
        foreign(t -> t.putObject("for").put("reference", "Patient/p2"));
    }

    /** Taken in, and what it is about has not been read yet. */
    private void taken() {
        offer();
        receiver = new Site(Two.receivers(SDOH), now);
        receiver.takes(server.page(), now);
        assertThat(looks(receiver)).isEmpty();
    }

    private void focusAnswers(Function<Request.Read, Response> answer) {
        for (Request r : receiver.plans(now)) {
            receiver.absorbs(
                    r instanceof Request.Read read && read.key().type().equals("ServiceRequest")
                            ? answer.apply(read)
                            : server.perform(r),
                    now);
        }
    }

    private void reads(Site site) {
        site.absorbs(server.page(), now);
        site.settles(server, now);
    }

    private static List<Obligation> open(Site site) {
        return site.record.chart().obligations().openOf(Two.HANDOFF.value(), Kinds.LOOK_INTO);
    }

    private List<String> looks(Site site) {
        return open(site).stream().map(o -> o.key().subject()).toList();
    }
}
