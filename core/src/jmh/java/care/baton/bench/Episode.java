package care.baton.bench;

import static care.baton.bench.Seats.AUTHORIZATION;
import static care.baton.bench.Seats.CASE_LEAD;
import static care.baton.bench.Seats.CASE_MANAGER;
import static care.baton.bench.Seats.INTAKE;
import static care.baton.bench.Seats.NURSE;
import static care.baton.bench.Seats.SCHEDULER;
import static care.baton.bench.Seats.SUPERVISOR;

import care.baton.catalog.Referral;
import care.baton.evidence.Grade;
import care.baton.evidence.Salt;
import care.baton.handoff.HandoffCommand;
import care.baton.handoff.HandoffCommand.AgreeConditions;
import care.baton.handoff.HandoffCommand.MeetCondition;
import care.baton.handoff.HandoffCommand.StartAction;
import care.baton.handoff.HandoffCommand.ValidateCompletion;
import care.baton.obligation.Obligation;
import care.baton.outcome.Code;
import care.baton.party.Act;
import care.baton.party.CommandId;
import care.baton.party.HandoffId;
import care.baton.party.Holder;
import care.baton.party.RecordId;
import care.baton.party.Sensitive;
import care.baton.record.CoordinationRecord;
import care.baton.record.RecordCommand;
import care.baton.record.RecordCommand.CloseRun;
import care.baton.record.RecordCommand.Fulfil;
import care.baton.record.RecordCommand.InHandoff;
import care.baton.record.RecordCommand.LeaveStage;
import care.baton.record.RecordCommand.OpenRecord;
import care.baton.record.RecordCommand.OpenRun;
import care.baton.record.RecordCommand.RecordFact;
import care.baton.record.RecordCommand.ValidateOutcome;
import care.baton.time.Stamp;
import java.util.ArrayList;
import java.util.List;

/** One referral from its opening to its close, command by command, and the record as far as it has come. */
final class Episode {

    /** One command as a host passes it in. */
    record Line(Act act, RecordCommand command, Salt salt) {

        CoordinationRecord on(CoordinationRecord record) {
            return record.decide(command, act, salt, Seats.RULES).orThrow().state();
        }
    }

    static final Code RUN = Code.of("run-1");
    static final HandoffId HANDOFF = HandoffId.of("handoff-1");

    private static final List<String> PROFILE = List.of(
            "support-routines",
            "risk-considerations",
            "medication-needs",
            "communication-preferences",
            "urgent-start-requirements");

    private final List<Line> lines = new ArrayList<>();
    private CoordinationRecord record = CoordinationRecord.of(RecordId.of("record-1"));

    /** The record is open, everybody is in it, and what an offer needs is known. */
    static Episode profiled() {
        Episode episode = new Episode();
        episode.does(INTAKE, new OpenRecord(Seats.PROVIDER, Seats.PARTICIPANT, Seats.TEAM, List.of()));
        episode.does(CASE_MANAGER, new OpenRun(RUN, Referral.ID, 1));
        PROFILE.forEach(field -> episode.says(CASE_MANAGER, field));
        return episode;
    }

    /** Offered, asked, answered, proposed, agreed and met: only the final answer is left. */
    static Episode agreed() {
        return profiled()
                .talks(CASE_MANAGER, Talk.OFFER)
                .talks(INTAKE, Talk.QUESTION)
                .talks(CASE_MANAGER, Talk.REPLY)
                .talks(INTAKE, Talk.PROPOSAL)
                .talks(CASE_MANAGER, new AgreeConditions(1))
                .talks(CASE_MANAGER, new MeetCondition(1, 1));
    }

    /** To the close, with every need of every stage. */
    static Episode closed() {
        return agreed().says(CASE_MANAGER, "person-impact")
                .does(CASE_MANAGER, new LeaveStage(RUN))
                .talks(INTAKE, Talk.ACCEPT)
                .says(SCHEDULER, "staffing-plan")
                .fulfils(SCHEDULER, "test-staffing")
                .says(SUPERVISOR, "risk-information")
                .fulfils(SUPERVISOR, "review-service-risk")
                .says(NURSE, "clinical-guidance")
                .fulfils(NURSE, "record-clinical-guidance")
                .says(AUTHORIZATION, "authorization-status")
                .fulfils(AUTHORIZATION, "decide-authorization")
                .says(INTAKE, "support-summary")
                .says(INTAKE, "person-impact")
                .does(INTAKE, new LeaveStage(RUN))
                .says(CASE_MANAGER, "referral-profile")
                .says(INTAKE, "assigned-follow-up-owner", "supervisor")
                .talks(INTAKE, new StartAction())
                .says(INTAKE, "person-impact")
                .does(INTAKE, new LeaveStage(RUN))
                .says(SUPERVISOR, "follow-up-outcome")
                .fulfils(SUPERVISOR, "follow-up-visit")
                .says(INTAKE, "referral-result")
                .says(INTAKE, "person-impact")
                .talks(INTAKE, Talk.COMPLETION)
                .talks(CASE_MANAGER, new ValidateCompletion())
                .does(INTAKE, new LeaveStage(RUN))
                .says(CASE_MANAGER, "outcome")
                .does(CASE_MANAGER, new ValidateOutcome(RUN))
                .does(CASE_LEAD, new CloseRun(RUN));
    }

    /** The same with a history of at least so many entries before what comes next. */
    Episode aged(int entries) {
        while (record.ledger().size() < entries) {
            says(NURSE, "clinical-guidance");
        }
        return this;
    }

    CoordinationRecord record() {
        return record;
    }

    List<Line> lines() {
        return List.copyOf(lines);
    }

    /** The command that would come next, as a host would pass it in. */
    Line next(Holder by, RecordCommand command) {
        int number = lines.size() + 1;
        byte[] salt = new byte[32];
        for (int i = 0; i < 4; i++) {
            salt[i] = (byte) (number >>> (8 * i));
        }
        Act act = Act.of(CommandId.of("command-" + number), by, Stamp.at(Talk.START.plusSeconds(number)));
        return new Line(act, command, Salt.of(salt));
    }

    Episode does(Holder by, RecordCommand command) {
        Line line = next(by, command);
        record = line.on(record);
        lines.add(line);
        return this;
    }

    Line nextFact(Holder by, String field) {
        return next(by, fact(field, "As seen at the bedside today"));
    }

    private Episode talks(Holder by, HandoffCommand command) {
        return does(by, new InHandoff(HANDOFF, RUN, command));
    }

    private Episode says(Holder by, String field) {
        return says(by, field, "As seen at the bedside today");
    }

    private Episode says(Holder by, String field, String words) {
        return does(by, fact(field, words));
    }

    private static RecordFact fact(String field, String words) {
        return new RecordFact(Code.of(field), Sensitive.of(words), Code.of("chart"), Grade.CONFIRMED);
    }

    private Episode fulfils(Holder by, String duty) {
        Obligation owed = record.chart().obligations().open().stream()
                .filter(o -> o.key().kind().equals(Code.of(duty)))
                .findFirst()
                .orElseThrow();
        return does(by, new Fulfil(owed.key()));
    }
}
