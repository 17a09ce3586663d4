package care.baton.fhir.task;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.fhir.FhirSystems;
import care.baton.fhir.partner.Believed;
import care.baton.fhir.partner.CancelWay;
import care.baton.fhir.partner.Cancellation;
import care.baton.fhir.partner.Needed;
import care.baton.fhir.partner.OwnerMeans;
import care.baton.fhir.partner.OwnerRule;
import care.baton.fhir.partner.Parties;
import care.baton.fhir.partner.PartnerProfile;
import care.baton.fhir.partner.PartnerProfiles;
import care.baton.fhir.partner.Party;
import care.baton.fhir.partner.Stated;
import care.baton.fhir.partner.TaskCode;
import care.baton.fhir.partner.TaskHome;
import care.baton.fhir.partner.TaskMove;
import care.baton.fhir.partner.TaskStatus;
import care.baton.fhir.partner.Work;
import care.baton.fhir.partner.Writer;
import care.baton.outcome.Code;
import care.baton.trace.Requirement;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class TaskReaderTest {

    private static final PartnerProfile PLAIN = PartnerProfiles.plainR4();
    private static final PartnerProfile SDOH = PartnerProfiles.sdohClinicalCare();
    private static final PartnerProfile BSER = PartnerProfiles.bser();

    @Test
    void anOfferSeenForTheFirstTimeIsAnOffer() {
        TaskReading reading = Tasks.first(PLAIN, Tasks.offer());

        assertThat(Tasks.verdict(reading)).isEqualTo("OFFERED");
        assertThat(((TaskReading.KnownMove) reading).entitled()).containsExactly(Party.REQUESTER);
        assertThat(reading.holding()).isEqualTo(Holding.SAYS_NOT_HELD);
    }

    @Test
    void anAcceptByTheReceiverIsAnAccept() {
        TaskReading reading = Tasks.after(SDOH, Writer.OWNER, "requested", Tasks.with("accepted"));

        assertThat(Tasks.verdict(reading)).isEqualTo("ACCEPTED");
        assertThat(reading.holding()).isEqualTo(Holding.SAYS_HELD);
        assertThat(reading.issues()).isEmpty();
    }

    @Test
    void anAcceptBySomebodyElseChangesNothing() {
        for (Writer writer : new Writer[] {Writer.REQUESTER, Writer.SOMEONE_ELSE}) {
            TaskReading reading = Tasks.after(SDOH, writer, "requested", Tasks.with("accepted"));

            assertThat(Tasks.verdict(reading)).isEqualTo("NeedsAttention");
            assertThat(Tasks.codes(reading)).containsExactly("writer-not-entitled");
        }
    }

    @Test
    void anAcceptOfWhatWasChangedMeanwhileGoesToAPerson() {
        ObjectNode changed = Tasks.with("accepted", task -> task.put("description", "Once a month"));

        TaskReading reading = Tasks.after(SDOH, Writer.OWNER, "requested", changed);

        assertThat(Tasks.verdict(reading)).isEqualTo("NeedsAttention");
        assertThat(Tasks.codes(reading)).containsExactly("asked-changed");
        assertThat(Tasks.verdict(Tasks.after(SDOH, Writer.OWNER, "requested", changed.put("status", "rejected"))))
                .isEqualTo("DECLINED");
    }

    @Test
    void anAcceptUnderAnotherOwnerIsNamedAndWorkComesBackFromTheOneWhoHadIt() {
        ObjectNode other =
                Tasks.with("accepted", task -> task.putObject("owner").put("reference", "Organization/x"));

        TaskReading offered = Tasks.after(PLAIN, Writer.OWNER, "requested", other);
        TaskReading held = Tasks.after(PLAIN, Writer.OWNER, "accepted", other);

        assertThat(Tasks.codes(offered)).contains("owner-replaced");
        assertThat(Tasks.verdict(held)).isEqualTo("NeedsAttention");
        assertThat(held.holding()).isEqualTo(Holding.SAYS_NOT_HELD);
    }

    @Test
    void anOfferWithoutOwnerStaysWithTheRequesterUntilItIsClaimed() {
        ObjectNode open = Tasks.offer();
        open.remove("owner");

        TaskReading reading = Tasks.first(PLAIN, open);
        TaskReading claimed =
                Tasks.read(Tasks.with("accepted"), TaskContext.after(PLAIN, Writer.OWNER, Tasks.seen(open)));

        assertThat(Tasks.verdict(reading)).isEqualTo("OFFERED");
        assertThat(Tasks.codes(reading)).contains("holder-derived-from-requester");
        assertThat(Tasks.verdict(claimed)).isEqualTo("ACCEPTED");
        assertThat(Tasks.codes(claimed)).contains("owner-claimed");
    }

    @Test
    void anAcceptThatNamesNobodyIsNoAccept() {
        ObjectNode nobody = Tasks.with("accepted", task -> task.remove("owner"));

        TaskReading reading = Tasks.first(PLAIN, nobody);

        assertThat(Tasks.codes(reading)).contains("owner-missing");
        assertThat(reading.holding()).isEqualTo(Holding.SAYS_NOT_HELD);
    }

    @Test
    @Requirement("INT-09")
    void everythingMissingIsNamedAtOnce() {
        ObjectNode bare = Tasks.offer();
        bare.remove("intent");
        bare.remove("for");
        bare.remove("requester");
        bare.remove("focus");
        bare.remove("code");

        assertThat(Tasks.codes(Tasks.first(PLAIN, bare)))
                .contains("intent-missing", "person-missing", "requester-missing", "focus-missing", "code-missing");
    }

    @Test
    void workBegunBeforeAnAcceptWasSeenImpliesOne() {
        for (String status : new String[] {"in-progress", "on-hold", "completed"}) {
            TaskReading reading = Tasks.after(PLAIN, Writer.OWNER, "requested", Tasks.with(status));

            assertThat(reading).isInstanceOf(TaskReading.KnownMove.class);
            assertThat(reading.holding()).isEqualTo(Holding.SAYS_HELD);
            assertThat(Tasks.codes(reading)).contains("acceptance-inferred", "steps-not-seen");
        }
        TaskReading failed = Tasks.after(PLAIN, Writer.OWNER, "requested", Tasks.with("failed"));
        assertThat(Tasks.verdict(failed)).isEqualTo("GIVEN_BACK");
        assertThat(Tasks.codes(failed)).contains("acceptance-inferred");
        assertThat(failed.holding()).isEqualTo(Holding.SAYS_NOT_HELD);
    }

    @Test
    void aDeclineSeenFirstMayHideAnAcceptance() {
        assertThat(Tasks.codes(Tasks.first(PLAIN, Tasks.with("rejected")))).contains("may-hide-an-acceptance");
        assertThat(Tasks.codes(Tasks.after(PLAIN, Writer.OWNER, "requested", Tasks.with("rejected"))))
                .doesNotContain("may-hide-an-acceptance");
    }

    @Test
    void aDeclineAfterAnAcceptanceGivesTheWorkBack() {
        TaskReading stated = Tasks.after(BSER, Writer.OWNER, "accepted", Tasks.with("rejected"));
        TaskReading unstated = Tasks.after(PLAIN, Writer.OWNER, "accepted", Tasks.with("rejected"));

        assertThat(Tasks.verdict(stated)).isEqualTo("GIVEN_BACK");
        assertThat(Tasks.codes(stated)).containsExactly("reason-missing");
        assertThat(Tasks.verdict(unstated)).isEqualTo("GIVEN_BACK");
        assertThat(Tasks.codes(unstated)).contains("end-not-drawn-by-r4");
    }

    @Test
    void doneWithNothingToShowIsReportedAndNoMore() {
        TaskReading bare = Tasks.after(SDOH, Writer.OWNER, "accepted", Tasks.with("completed"));
        TaskReading shown = Tasks.after(
                SDOH,
                Writer.OWNER,
                "accepted",
                Tasks.with(
                        "completed",
                        task -> task.putArray("output")
                                .addObject()
                                .put("valueString", "Seen")
                                .putObject("type")
                                .put("text", "Report")));

        assertThat(Tasks.verdict(bare)).isEqualTo("REPORTED_COMPLETE");
        assertThat(Tasks.codes(bare)).containsExactly("completed-without-output");
        assertThat(Tasks.verdict(shown)).isEqualTo("COMPLETED");
    }

    @Test
    void anAnswerOverAnEndedOfferIsNamed() {
        for (String ended : new String[] {"cancelled", "rejected", "failed"}) {
            TaskReading reading = Tasks.after(PLAIN, Writer.OWNER, ended, Tasks.with("accepted"));

            assertThat(Tasks.verdict(reading)).isEqualTo("NeedsAttention");
            assertThat(Tasks.codes(reading)).contains("live-after-end");
        }
    }

    @Test
    void anAcceptedTaskAskedAnewIsALiveOfferAndNoLongerHeld() {
        TaskReading reading = Tasks.after(PLAIN, Writer.REQUESTER, "accepted", Tasks.with("requested"));

        assertThat(Tasks.verdict(reading)).isEqualTo("OFFERED_AGAIN");
        assertThat(Tasks.codes(reading)).contains("offer-live-again");
        assertThat(reading.holding()).isEqualTo(Holding.SAYS_NOT_HELD);
    }

    @Test
    void aCancellationIsReadByWhoWroteIt() {
        assertThat(Tasks.verdict(Tasks.after(SDOH, Writer.REQUESTER, "requested", Tasks.with("cancelled"))))
                .isEqualTo("WITHDRAWN");
        assertThat(Tasks.verdict(Tasks.after(SDOH, Writer.OWNER, "requested", Tasks.with("cancelled"))))
                .isEqualTo("DECLINED");
        assertThat(Tasks.verdict(Tasks.after(SDOH, Writer.OWNER, "in-progress", Tasks.with("cancelled"))))
                .isEqualTo("GIVEN_BACK");
        assertThat(Tasks.verdict(Tasks.after(SDOH, Writer.UNVERIFIED, "accepted", Tasks.with("cancelled"))))
                .isEqualTo("CANCELLED");
    }

    @Test
    void anInitiatorsRequestToCancelIsNeverAnAcceptance() {
        ObjectNode asks = Tasks.with(
                "in-progress",
                task -> task.putObject("businessStatus")
                        .putArray("coding")
                        .addObject()
                        .put("system", FhirSystems.BSER_BUSINESS_STATUS)
                        .put("code", "5.2"));

        TaskReading bySender = Tasks.after(BSER, Writer.REQUESTER, "received", asks);
        TaskReading byReceiver = Tasks.after(BSER, Writer.OWNER, "received", asks);

        assertThat(Tasks.verdict(bySender)).isEqualTo("CANCELLATION_ASKED");
        assertThat(bySender.holding()).isEqualTo(Holding.SAYS_NOTHING);
        assertThat(Tasks.codes(byReceiver)).contains("writer-not-entitled");
    }

    @Test
    void whatFhirAloneShowsIsMarkedAsNotStatedByTheGuide() {
        assertThat(Tasks.codes(Tasks.after(PLAIN, Writer.OWNER, "requested", Tasks.with("accepted"))))
                .containsExactly("not-stated-by-guide");
    }

    @Test
    void theSameVersionTwiceIsOneAndAnotherContentUnderItIsNamed() {
        assertThat(Tasks.verdict(Tasks.after(PLAIN, Writer.OWNER, "requested", Tasks.offer())))
                .isEqualTo("SEEN_BEFORE");
        assertThat(Tasks.codes(Tasks.after(
                        PLAIN, Writer.OWNER, "requested", Tasks.offer().put("priority", "stat"))))
                .contains("version-reused");
    }

    @Test
    void anotherPersonOrRequestUnderTheSameTaskIsNamed() {
        ObjectNode other = Tasks.with("in-progress", task -> {
            task.putObject("for").put("reference", "Patient/p2");
            task.putObject("focus").put("reference", "ServiceRequest/s2");
        });

        assertThat(Tasks.codes(Tasks.after(PLAIN, Writer.OWNER, "accepted", other)))
                .contains("person-changed", "focus-changed");
    }

    @Test
    void readyIsNotAnAcceptance() {
        TaskReading given = Tasks.first(PLAIN, Tasks.with("ready"));
        TaskReading after = Tasks.after(PLAIN, Writer.OWNER, "accepted", Tasks.with("ready"));

        assertThat(Tasks.verdict(given)).isEqualTo("ASSIGNED");
        assertThat(given.holding()).isEqualTo(Holding.SAYS_NOT_HELD);
        assertThat(Tasks.codes(after)).contains("ready-after-acceptance");
        assertThat(after.holding()).isEqualTo(Holding.SAYS_NOT_HELD);
        assertThat(Tasks.codes(Tasks.first(SDOH, Tasks.with("ready")))).contains("status-not-used-here");
    }

    @Test
    void anAcceptWhileItsOwnTermsAreOpenIsAnAcceptAndSaysSo() {
        ObjectNode terms = Tasks.offer();
        terms.putArray("extension")
                .addObject()
                .put("url", FhirSystems.TERM)
                .putArray("extension")
                .addObject()
                .put("url", "text")
                .put("valueString", "After the ramp is built");
        ObjectNode accepted = terms.deepCopy().put("status", "accepted");
        accepted.putObject("meta").put("versionId", "2");

        TaskReading reading = Tasks.read(accepted, TaskContext.after(SDOH, Writer.OWNER, Tasks.seen(terms)));

        assertThat(Tasks.verdict(reading)).isEqualTo("ACCEPTED");
        assertThat(Tasks.codes(reading)).containsExactly("terms-still-open");
    }

    @Test
    void malformedOrUnknownPartsNeedAPersonAndTheDocumentIsKept() {
        ObjectNode listed = Tasks.offer();
        listed.remove("status");
        listed.putArray("status").add("requested");
        ObjectNode foreign = Tasks.offer().put("requestedPerformer", "x");
        ObjectNode modified = Tasks.offer();
        modified.putArray("modifierExtension")
                .addObject()
                .put("url", "http://example.org/not")
                .put("valueBoolean", true);

        assertThat(Tasks.codes(Tasks.first(PLAIN, listed))).contains("array-for-single", "status-missing");
        assertThat(Tasks.codes(Tasks.first(PLAIN, foreign))).contains("unknown-element");
        assertThat(Tasks.codes(Tasks.first(PLAIN, modified))).contains("modifier-extension-unknown");
        assertThat(new String(Tasks.first(PLAIN, foreign).raw().bytes(), java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo(foreign.toString());
    }

    @Test
    void aNoteOfTheirsMovesNothing() {
        ObjectNode noted = Tasks.with(
                "accepted", task -> task.withArray("/note").addObject().put("text", "Called"));

        TaskReading reading = Tasks.after(SDOH, Writer.OWNER, "accepted", noted);

        assertThat(Tasks.verdict(reading)).isEqualTo("NOTED");
        assertThat(reading.issues()).isEmpty();
    }

    @Test
    void anAwkwardPartnerIsATableOfItsOwnAndNoClass() {
        PartnerProfile awkward = PLAIN.toBuilder()
                .name(Code.of("copies-status-and-notes"))
                .code(new TaskCode("http://example.org/work", "do-it", Work.HANDOFF))
                .statuses(List.of(TaskStatus.REQUESTED, TaskStatus.ACCEPTED, TaskStatus.REJECTED, TaskStatus.COMPLETED))
                .move(new TaskMove(
                        Work.HANDOFF,
                        List.of(TaskStatus.REQUESTED),
                        TaskStatus.COMPLETED,
                        "",
                        List.of(Party.OWNER),
                        Stated.BY_GUIDE))
                .cancellation(new Cancellation(TaskStatus.ACCEPTED, CancelWay.NOT_POSSIBLE))
                .reasonExpected(List.of(TaskStatus.REJECTED))
                .parties(new Parties(
                        TaskHome.TARGET,
                        OwnerMeans.ACCOUNTABLE,
                        OwnerRule.FIXED,
                        List.of(Needed.REQUESTER),
                        Believed.NOBODY))
                .build();
        ObjectNode theirs = Tasks.with("completed", task -> {
            task.remove("focus");
            task.remove("for");
            task.putObject("code")
                    .putArray("coding")
                    .addObject()
                    .put("system", "http://example.org/work")
                    .put("code", "do-it");
        });

        ObjectNode asked = theirs.deepCopy().put("status", "requested");
        asked.putObject("meta").put("versionId", "1");
        TaskReading known = Tasks.read(theirs, TaskContext.after(awkward, Writer.OWNER, Tasks.seen(asked)));
        TaskReading unknownWriter = Tasks.first(awkward, theirs);

        assertThat(Tasks.verdict(known)).isEqualTo("REPORTED_COMPLETE");
        assertThat(Tasks.codes(known)).containsExactly("completed-without-output", "acceptance-inferred");
        assertThat(Tasks.codes(unknownWriter)).contains("writer-unknown");
        assertThat(unknownWriter).isInstanceOf(TaskReading.NeedsAttention.class);
        assertThat(Tasks.codes(Tasks.first(awkward, Tasks.with("in-progress")))).contains("status-not-used-here");
        assertThat(awkward.lifecycle().received()).isFalse();
        assertThat(awkward.toBuilder().build()).isEqualTo(awkward);
    }
}
