package care.baton.record;

import static care.baton.record.HomeStart.FUNDER;
import static care.baton.record.HomeStart.HOURS;
import static care.baton.record.HomeStart.INTAKE;
import static care.baton.record.HomeStart.LEAD;
import static care.baton.record.HomeStart.NURSE;
import static care.baton.record.HomeStart.PLANNER;
import static care.baton.record.HomeStart.REVIEW;
import static care.baton.record.HomeStart.RISKS;
import static care.baton.record.HomeStart.ROUTINES;
import static care.baton.record.HomeStart.RUN;
import static care.baton.record.HomeStart.START;
import static care.baton.record.HomeStart.says;

import care.baton.evidence.Grade;
import care.baton.handoff.Answer;
import care.baton.obligation.Key;
import care.baton.obligation.Obligation;
import care.baton.outcome.Code;
import care.baton.outcome.Refusal;
import care.baton.party.Act;
import care.baton.party.CommandId;
import care.baton.party.Digest;
import care.baton.party.RecordId;
import care.baton.pathway.Field;
import care.baton.pathway.Pathway;
import care.baton.record.NextHomeStart.Version;
import care.baton.record.RecordCommand.Fulfil;
import care.baton.record.RecordCommand.MoveRun;
import care.baton.record.RecordCommand.OpenRun;
import care.baton.time.Stamp;
import java.util.List;

/** What the examples of moving a run are made of. */
final class MoveCast {

    static final Code LADDER = Code.of("both-sides");
    static final Code WHY = Code.of("new-contract");
    static final Digest ANY = Digest.of(new byte[] {7});

    private MoveCast() {}

    /** The first stage is done, and nobody has taken the next one over. */
    static RecordFixture between(RecordFixture run) {
        return run.given(PLANNER, new RecordCommand.LeaveStage(RUN));
    }

    static RecordFixture prepared(RecordFixture run) {
        if (owed(run, Keys.duty(RUN, HOURS)).isOpen()) {
            run.given(NURSE, says(ROUTINES), says(RISKS)).given(FUNDER, new Fulfil(Keys.duty(RUN, HOURS)));
        }
        return run.given(PLANNER, HomeStart.offer(INTAKE))
                .given(INTAKE, HomeStart.answer(1, new Answer.Accept()))
                .given(PLANNER, new RecordCommand.LeaveStage(RUN));
    }

    static RecordFixture done(RecordFixture run) {
        return run.given(NURSE, says(ROUTINES), says(RISKS))
                .given(FUNDER, new Fulfil(Keys.duty(RUN, HOURS)))
                .given(LEAD, new Fulfil(Keys.duty(RUN, REVIEW)));
    }

    static Field confirmed(Field field) {
        return new Field(
                NextHomeStart.said(field.code(), Grade.CONFIRMED, NURSE),
                field.before(),
                field.chaser(),
                field.within());
    }

    static Version version() {
        return new Version(HomeStart.pathway());
    }

    static Rulebook rules(Pathway other) {
        return new Rulebook(List.of(HomeStart.pathway(), other), HomeStart.CALENDAR);
    }

    static RecordFixture run(Pathway other) {
        return RecordFixture.of(RecordId.of("record-1"), rules(other), START)
                .given(PLANNER, HomeStart.opening(), new OpenRun(RUN, Code.of("home-start"), 1));
    }

    static Act act(RecordFixture run) {
        return Act.of(CommandId.of("shown"), LEAD, Stamp.at(run.now()));
    }

    static Move shown(RecordFixture run, Pathway other) {
        return run.record()
                .moving(RUN, other.version(), act(run), rules(other.version() == 1 ? NextHomeStart.second() : other))
                .orThrow()
                .state();
    }

    static List<Refusal> refusals(RecordFixture run, int version) {
        return run.record().moving(RUN, version, act(run), run.rules()).refusals();
    }

    static RecordFixture move(RecordFixture run, Pathway other) {
        return run.when(
                        LEAD,
                        new MoveRun(RUN, other.version(), shown(run, other).digest(), WHY))
                .thenApplied();
    }

    static Key stage() {
        return Keys.stage(RUN, Code.of("refer"));
    }

    static Obligation owed(RecordFixture run, Key key) {
        return run.record().chart().obligations().get(key).orElseThrow();
    }
}
