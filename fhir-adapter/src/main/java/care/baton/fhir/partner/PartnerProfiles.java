package care.baton.fhir.partner;

import static care.baton.fhir.partner.TaskStatus.ACCEPTED;
import static care.baton.fhir.partner.TaskStatus.CANCELLED;
import static care.baton.fhir.partner.TaskStatus.COMPLETED;
import static care.baton.fhir.partner.TaskStatus.DRAFT;
import static care.baton.fhir.partner.TaskStatus.ENTERED_IN_ERROR;
import static care.baton.fhir.partner.TaskStatus.FAILED;
import static care.baton.fhir.partner.TaskStatus.IN_PROGRESS;
import static care.baton.fhir.partner.TaskStatus.ON_HOLD;
import static care.baton.fhir.partner.TaskStatus.READY;
import static care.baton.fhir.partner.TaskStatus.RECEIVED;
import static care.baton.fhir.partner.TaskStatus.REJECTED;
import static care.baton.fhir.partner.TaskStatus.REQUESTED;

import care.baton.fhir.FhirSystems;
import care.baton.outcome.Code;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The tables we ship: FHIR as it is, and the guides whose Tasks were read. Each states only what its
 * guide states.
 */
public final class PartnerProfiles {

    private static final List<Party> SENDER = List.of(Party.REQUESTER);
    private static final List<Party> RECEIVER = List.of(Party.OWNER);
    private static final List<Party> EITHER = List.of(Party.REQUESTER, Party.OWNER);
    private static final List<TaskStatus> ALL = List.of(TaskStatus.values());
    private static final List<TaskStatus> WITH_REASON = List.of(REJECTED, CANCELLED, ON_HOLD, FAILED);

    private PartnerProfiles() {}

    /**
     * Every table we ship.
     *
     * @return the tables; no two of one name
     */
    public static List<PartnerProfile> all() {
        return List.of(plainR4(), sdohClinicalCare(), bser(), clinicalOrderWorkflow(), statusAndNotes());
    }

    /**
     * A partner of which nothing is known but that it speaks FHIR R4. Every change of status follows
     * FHIR's general diagram and is marked so.
     *
     * @return the table
     */
    public static PartnerProfile plainR4() {
        return new PartnerProfile(
                Code.of("plain-r4"),
                taskCodes(),
                new Lifecycle(ALL, List.of(), List.of(), false, List.of(), WITH_REASON),
                parties(TaskHome.TARGET, OwnerRule.OPTIONAL),
                new Channels(
                        QuestionChannel.COMMUNICATION_REQUEST,
                        QuestionChannel.COMMUNICATION_REQUEST,
                        Selection.NONE,
                        RespondByCarrier.EXTENSION,
                        RestrictionUse.FINISH_BY));
    }

    /**
     * SDOH Clinical Care: referrals for social needs, and the Tasks that a person does themself.
     * Source: its diagrams of referral Tasks and patient Tasks.
     *
     * @return the table
     */
    public static PartnerProfile sdohClinicalCare() {
        return new PartnerProfile(
                Code.of("sdoh-clinical-care"),
                sdohCodes(),
                new Lifecycle(
                        without(READY, RECEIVED),
                        Stream.concat(sdohReferral(), sdohPatient()).toList(),
                        List.of(),
                        false,
                        Stream.of(REQUESTED, ACCEPTED, IN_PROGRESS, ON_HOLD)
                                .map(status -> new Cancellation(status, CancelWay.DIRECT))
                                .toList(),
                        WITH_REASON),
                parties(TaskHome.SOURCE, OwnerRule.OPTIONAL),
                new Channels(
                        QuestionChannel.COMMUNICATION_REQUEST,
                        QuestionChannel.COMMUNICATION_REQUEST,
                        Selection.NONE,
                        RespondByCarrier.AGREEMENT,
                        RestrictionUse.FINISH_BY));
    }

    /**
     * BSeR and 360X: referrals whose business status carries the story in numbers. A cancellation is
     * asked for and confirmed, never made directly. Source: its harmonized state transitions.
     *
     * @return the table
     */
    public static PartnerProfile bser() {
        return new PartnerProfile(
                Code.of("bser"),
                taskCodes(),
                new Lifecycle(
                        List.of(
                                DRAFT,
                                RECEIVED,
                                ACCEPTED,
                                REJECTED,
                                IN_PROGRESS,
                                COMPLETED,
                                CANCELLED,
                                ENTERED_IN_ERROR),
                        bserMoves().toList(),
                        bserBusinessStatuses(),
                        true,
                        Stream.of(RECEIVED, ACCEPTED, IN_PROGRESS)
                                .map(status -> new Cancellation(status, CancelWay.ASKED_BY_BUSINESS_STATUS))
                                .toList(),
                        WITH_REASON),
                parties(TaskHome.TARGET, OwnerRule.REQUIRED),
                new Channels(
                        QuestionChannel.COMMUNICATION_REQUEST,
                        QuestionChannel.NOTE,
                        Selection.NONE,
                        RespondByCarrier.AGREEMENT,
                        RestrictionUse.IGNORED));
    }

    /**
     * Clinical Order Workflow: orders that a placer offers and a fulfiller takes, on one coordination Task. The placer
     * cancels by itself until work has begun, and asks by an abort Task from then on. Its business statuses are examples
     * that it does not want used as they are, so none is listed. Several are asked by the code
     * {@code request-fulfillment}. A proposal of ours goes as a CommunicationRequest; one of the partner's, a Task rejected
     * for an alternative, is told to a person. Source: its workflow states, its page on determining the fulfiller, and its
     * page on cancelling and modifying; where these are silent (nothing leads away from received, nothing to rejected),
     * FHIR's general diagram holds.
     *
     * @return the table
     */
    public static PartnerProfile clinicalOrderWorkflow() {
        return new PartnerProfile(
                Code.of("clinical-order-workflow"),
                cowCodes(),
                new Lifecycle(
                        without(READY),
                        List.of(
                                move(Work.HANDOFF, RECEIVED, RECEIVER, REQUESTED),
                                move(Work.HANDOFF, ACCEPTED, RECEIVER, REQUESTED),
                                move(Work.HANDOFF, IN_PROGRESS, RECEIVER, ACCEPTED),
                                move(Work.HANDOFF, COMPLETED, RECEIVER, IN_PROGRESS),
                                move(Work.HANDOFF, FAILED, RECEIVER, ACCEPTED, IN_PROGRESS),
                                move(Work.HANDOFF, CANCELLED, SENDER, REQUESTED, RECEIVED, ACCEPTED),
                                move(Work.HANDOFF, CANCELLED, RECEIVER, IN_PROGRESS)),
                        List.of(),
                        false,
                        List.of(
                                new Cancellation(REQUESTED, CancelWay.DIRECT),
                                new Cancellation(RECEIVED, CancelWay.DIRECT),
                                new Cancellation(ACCEPTED, CancelWay.DIRECT),
                                new Cancellation(IN_PROGRESS, CancelWay.ASKED_BY_ABORT_TASK),
                                new Cancellation(ON_HOLD, CancelWay.ASKED_BY_ABORT_TASK)),
                        WITH_REASON),
                parties(TaskHome.SOURCE, OwnerRule.OPTIONAL),
                new Channels(
                        QuestionChannel.RECEIVED_WITH_BUSINESS_STATUS,
                        QuestionChannel.COMMUNICATION_REQUEST,
                        Selection.REQUEST_FULFILLMENT,
                        RespondByCarrier.EXTENSION,
                        RestrictionUse.FINISH_BY));
    }

    /**
     * A partner whose software carries over the status and the notes of a Task and little else: no word for "seen", the
     * owner by its identifier, no extension of ours kept. Source: no guide; the least that Tasks seen in the field can do.
     *
     * @return the table
     */
    public static PartnerProfile statusAndNotes() {
        return new PartnerProfile(
                Code.of("status-and-notes"),
                taskCodes(),
                new Lifecycle(without(READY, RECEIVED), List.of(), List.of(), false, List.of(), WITH_REASON),
                parties(TaskHome.TARGET, OwnerRule.IDENTIFIER_ONLY),
                new Channels(
                        QuestionChannel.NOTE,
                        QuestionChannel.NOTE,
                        Selection.NONE,
                        RespondByCarrier.TEXT_ONLY,
                        RestrictionUse.IGNORED));
    }

    /** Who is who on the Tasks of all of them: the owner holds the work, and who alone may write a status is believed. */
    private static Parties parties(TaskHome home, OwnerRule owner) {
        return new Parties(
                home,
                OwnerMeans.ACCOUNTABLE,
                owner,
                List.of(Needed.REQUESTER, Needed.PERSON, Needed.FOCUS),
                Believed.STATUS);
    }

    private static List<TaskStatus> without(TaskStatus... unused) {
        return Stream.of(TaskStatus.values())
                .filter(status -> !List.of(unused).contains(status))
                .toList();
    }

    private static List<TaskCode> taskCodes() {
        return List.of(
                new TaskCode(FhirSystems.TASK_CODE, "fulfill", Work.HANDOFF),
                new TaskCode(FhirSystems.TASK_CODE, "approve", Work.OTHER),
                new TaskCode(FhirSystems.TASK_CODE, "", Work.CHANGE_REQUEST),
                new TaskCode(FhirSystems.OBLIGATIONS, "", Work.OTHER),
                new TaskCode(FhirSystems.FINANCIAL_TASK_CODE, "", Work.OTHER),
                new TaskCode(FhirSystems.CDEX_TASK_CODE, "", Work.OTHER),
                new TaskCode(FhirSystems.PAS_TASK_CODE, "", Work.OTHER));
    }

    /** Its guide names the code by which several are asked, and no list that it is of. */
    private static List<TaskCode> cowCodes() {
        return Stream.concat(
                        taskCodes().stream(),
                        Stream.of(FhirSystems.COW_CODES, FhirSystems.TASK_CODE)
                                .map(system -> new TaskCode(system, "request-fulfillment", Work.HANDOFF)))
                .toList();
    }

    private static List<TaskCode> sdohCodes() {
        return Stream.concat(
                        taskCodes().stream(),
                        Stream.of(
                                new TaskCode(FhirSystems.SDC_TASK_CODE, "complete-questionnaire", Work.PATIENT_TASK),
                                new TaskCode(FhirSystems.SDOHCC_CODES, "review-material", Work.PATIENT_TASK),
                                new TaskCode(FhirSystems.SDOHCC_CODES, "make-contact", Work.PATIENT_TASK),
                                new TaskCode(FhirSystems.SDOHCC_CODES, "general-information", Work.PATIENT_TASK)))
                .toList();
    }

    private static Stream<TaskMove> sdohReferral() {
        return Stream.of(
                move(Work.HANDOFF, REQUESTED, SENDER, DRAFT),
                move(Work.HANDOFF, ACCEPTED, RECEIVER, REQUESTED),
                move(Work.HANDOFF, REJECTED, RECEIVER, REQUESTED),
                move(Work.HANDOFF, CANCELLED, EITHER, REQUESTED, ACCEPTED, IN_PROGRESS, ON_HOLD),
                move(Work.HANDOFF, IN_PROGRESS, RECEIVER, ACCEPTED, ON_HOLD),
                move(Work.HANDOFF, ON_HOLD, RECEIVER, ACCEPTED, IN_PROGRESS),
                move(Work.HANDOFF, COMPLETED, RECEIVER, ACCEPTED, IN_PROGRESS, ON_HOLD),
                move(Work.HANDOFF, FAILED, RECEIVER, ACCEPTED, IN_PROGRESS, ON_HOLD),
                inError(Work.HANDOFF));
    }

    private static Stream<TaskMove> sdohPatient() {
        return Stream.of(
                move(Work.PATIENT_TASK, IN_PROGRESS, RECEIVER, READY, ON_HOLD),
                move(Work.PATIENT_TASK, ON_HOLD, RECEIVER, READY, IN_PROGRESS),
                move(Work.PATIENT_TASK, COMPLETED, RECEIVER, READY, IN_PROGRESS, ON_HOLD),
                move(Work.PATIENT_TASK, FAILED, RECEIVER, READY, IN_PROGRESS, ON_HOLD),
                move(Work.PATIENT_TASK, CANCELLED, EITHER, READY, IN_PROGRESS, ON_HOLD),
                inError(Work.PATIENT_TASK));
    }

    private static Stream<TaskMove> bserMoves() {
        return Stream.of(
                move(Work.HANDOFF, RECEIVED, SENDER, DRAFT),
                move(Work.HANDOFF, ACCEPTED, RECEIVER, RECEIVED),
                move(Work.HANDOFF, REJECTED, RECEIVER, RECEIVED, ACCEPTED, IN_PROGRESS),
                move(Work.HANDOFF, IN_PROGRESS, RECEIVER, ACCEPTED, IN_PROGRESS),
                move(Work.HANDOFF, COMPLETED, RECEIVER, ACCEPTED, IN_PROGRESS),
                move(Work.HANDOFF, CANCELLED, RECEIVER, IN_PROGRESS),
                new TaskMove(
                        Work.HANDOFF,
                        List.of(RECEIVED, ACCEPTED, IN_PROGRESS),
                        IN_PROGRESS,
                        "5.2",
                        SENDER,
                        Stated.BY_GUIDE));
    }

    private static List<BusinessStatus> bserBusinessStatuses() {
        return List.of(
                number("2.0", false, DRAFT, RECEIVED),
                number("3.0", false, ACCEPTED),
                number("4.0", false, REJECTED),
                number("5.1", false, IN_PROGRESS),
                number("5.1.1", false, IN_PROGRESS),
                number("5.1.2", false, IN_PROGRESS),
                number("5.1.3", false, IN_PROGRESS),
                number("5.1.4", false, IN_PROGRESS),
                number("5.2", true, IN_PROGRESS),
                number("6.0", false, CANCELLED),
                number("7.0", false, COMPLETED));
    }

    private static BusinessStatus number(String code, boolean asksToCancel, TaskStatus... beside) {
        return new BusinessStatus(FhirSystems.BSER_BUSINESS_STATUS, code, List.of(beside), asksToCancel);
    }

    private static TaskMove move(Work work, TaskStatus to, List<Party> who, TaskStatus... from) {
        return new TaskMove(work, List.of(from), to, "", who, Stated.BY_GUIDE);
    }

    private static TaskMove inError(Work work) {
        List<TaskStatus> any = Arrays.stream(TaskStatus.values())
                .filter(status -> status != ENTERED_IN_ERROR)
                .toList();
        return new TaskMove(work, any, ENTERED_IN_ERROR, "", SENDER, Stated.BY_GUIDE);
    }
}
