package care.baton.bench;

import static care.baton.bench.Seats.CASE_MANAGER;
import static care.baton.bench.Seats.INTAKE;
import static care.baton.catalog.Defaults.EACH_BUSINESS_DAY;

import care.baton.catalog.Referral;
import care.baton.handoff.Handoff;
import care.baton.handoff.HandoffCommand;
import care.baton.handoff.HandoffCommand.AgreeConditions;
import care.baton.handoff.HandoffCommand.MeetCondition;
import care.baton.handoff.HandoffCommand.StartAction;
import care.baton.handoff.HandoffCommand.ValidateCompletion;
import care.baton.handoff.Practice;
import care.baton.handoff.Recorded;
import care.baton.obligation.Route;
import care.baton.outcome.Outcome;
import care.baton.party.Act;
import care.baton.party.CommandId;
import care.baton.party.HandoffId;
import care.baton.party.Holder;
import care.baton.time.Stamp;
import java.util.ArrayList;
import java.util.List;

/** A handoff by itself, command by command. */
final class Soliloquy {

    /** One command as a host passes it in. */
    record Line(Act act, HandoffCommand command) {

        Outcome<Handoff, Recorded> on(Handoff handoff) {
            return handoff.decide(command, act, PRACTICE);
        }
    }

    private static final Practice PRACTICE =
            Practice.of(Referral.handoff().handoff(), Route.reminder(EACH_BUSINESS_DAY), Seats.CALENDAR);

    private final List<Line> lines = new ArrayList<>();
    private Handoff handoff = Handoff.of(HandoffId.of("handoff-1"));

    static Soliloquy whole() {
        return new Soliloquy()
                .says(CASE_MANAGER, Talk.OFFER)
                .says(INTAKE, Talk.QUESTION)
                .says(CASE_MANAGER, Talk.REPLY)
                .says(INTAKE, Talk.PROPOSAL)
                .says(CASE_MANAGER, new AgreeConditions(1))
                .says(CASE_MANAGER, new MeetCondition(1, 1))
                .says(INTAKE, Talk.ACCEPT)
                .says(INTAKE, new StartAction())
                .says(INTAKE, Talk.COMPLETION)
                .says(CASE_MANAGER, new ValidateCompletion());
    }

    Handoff handoff() {
        return handoff;
    }

    List<Line> lines() {
        return List.copyOf(lines);
    }

    Line next(Holder by, HandoffCommand command) {
        int number = lines.size() + 1;
        Act act = Act.of(CommandId.of("command-" + number), by, Stamp.at(Talk.START.plusSeconds(number)));
        return new Line(act, command);
    }

    Soliloquy says(Holder by, HandoffCommand command) {
        Line line = next(by, command);
        handoff = line.on(handoff).orThrow().state();
        lines.add(line);
        return this;
    }
}
