package care.baton.record;

import static care.baton.record.HomeStart.RUN;
import static care.baton.record.HomeStart.START;

import care.baton.obligation.Key;
import care.baton.outcome.Code;
import care.baton.party.RecordId;
import care.baton.party.VisitId;
import care.baton.pathway.Duty;
import care.baton.pathway.Field;
import care.baton.pathway.HandoffTerms;
import care.baton.pathway.Pathway;
import care.baton.pathway.Stage;
import care.baton.record.RecordCommand.OpenRecord;
import care.baton.record.RecordCommand.OpenRun;
import care.baton.record.RecordCommand.ReportVisit;
import care.baton.time.BeforeVisits;
import care.baton.time.DueRule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The small pathway, with work that is owed before the next visits, and what is done closing unconfirmed after five hours. */
final class HomeVisits {

    static final Duration LATEST = Duration.ofDays(5);
    static final DueRule SECOND = new BeforeVisits(2, LATEST);
    static final DueRule FIRST = new BeforeVisits(1, LATEST);
    static final Key HOURS = Keys.duty(RUN, HomeStart.HOURS);
    static final Key RISKS = Keys.of(RUN, Keys.SUPPLY, HomeStart.RISKS);
    static final Rulebook RULES = new Rulebook(List.of(pathway(), NextHomeStart.second()), HomeStart.CALENDAR)
            .with(HomeNotes.RULES)
            .with(HomeRisks.RULES)
            .with(List.of(HomePlans.PROTOCOL));

    private HomeVisits() {}

    static RecordFixture run() {
        return RecordFixture.of(RecordId.of("record-1"), RULES, START)
                .given(HomeStart.PLANNER, opening(), new OpenRun(RUN, Code.of("home-start"), 1));
    }

    /** The agency keeps the record: the hospital is another house. */
    static OpenRecord opening() {
        OpenRecord plain = HomeStart.opening();
        return new OpenRecord(HomeStart.INTAKE.organization(), plain.person(), plain.team(), plain.earlier());
    }

    static ReportVisit planned(String visit, int revision, int hours) {
        return report(visit, revision, Visit.State.PLANNED, at(hours));
    }

    static ReportVisit report(String visit, int revision, Visit.State state, Instant start) {
        return new ReportVisit(new Visit(VisitId.of(visit), revision, state, start));
    }

    static Instant at(int hours) {
        return START.plus(Duration.ofHours(hours));
    }

    private static Pathway pathway() {
        Pathway p = HomeStart.pathway();
        return new Pathway(
                p.id(),
                p.version(),
                p.title(),
                p.owner(),
                p.roles(),
                p.responsibilities(),
                Stream.concat(
                                Stream.of(visiting(p.stages().get(0))),
                                p.stages().stream().skip(1))
                        .toList(),
                p.ladders(),
                closing(p.handoff()),
                p.guide(),
                p.review(),
                p.closure(),
                p.flags(),
                p.waivers(),
                p.notices(),
                p.evidence());
    }

    private static HandoffTerms closing(HandoffTerms plain) {
        return new HandoffTerms(
                plain.respondWithin(),
                plain.clarifyWithin(),
                plain.agreeWithin(),
                plain.confirmWithin(),
                plain.least(),
                plain.rounds(),
                plain.ladder(),
                plain.updates(),
                plain.relayedMoves(),
                plain.urgentLook(),
                plain.jointLatest(),
                plain.reasons(),
                Optional.empty(),
                Optional.of(HomeStart.hours(5)),
                List.of());
    }

    private static Stage visiting(Stage s) {
        return new Stage(
                s.code(),
                s.owner(),
                s.handoff(),
                s.evidence(),
                s.due(),
                s.attend(),
                s.ladder(),
                s.reviewer(),
                s.fields().stream()
                        .map(f -> f.code().equals(HomeStart.RISKS)
                                ? new Field(f.need(), f.before(), f.chaser(), FIRST)
                                : f)
                        .toList(),
                s.gates(),
                s.duties().stream()
                        .map(d -> d.kind().equals(HomeStart.HOURS)
                                ? new Duty(d.kind(), d.role(), SECOND, d.ladder(), d.proof())
                                : d)
                        .toList());
    }
}
