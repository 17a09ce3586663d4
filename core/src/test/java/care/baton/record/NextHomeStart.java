package care.baton.record;

import static care.baton.record.HomeStart.FUNDER;
import static care.baton.record.HomeStart.HOURS;
import static care.baton.record.HomeStart.INTAKE;
import static care.baton.record.HomeStart.LEAD;
import static care.baton.record.HomeStart.NURSE;
import static care.baton.record.HomeStart.PLANNER;
import static care.baton.record.HomeStart.REVIEW;
import static care.baton.record.HomeStart.RISKS;
import static care.baton.record.HomeStart.STAFF;
import static care.baton.record.HomeStart.hours;

import care.baton.evidence.Grade;
import care.baton.outcome.Code;
import care.baton.party.Holder;
import care.baton.pathway.Duty;
import care.baton.pathway.Field;
import care.baton.pathway.Gate;
import care.baton.pathway.Ladder;
import care.baton.pathway.Need.DutyNeed;
import care.baton.pathway.Need.FieldNeed;
import care.baton.pathway.Pathway;
import care.baton.pathway.ReviewPoint;
import care.baton.pathway.RoleDescription;
import care.baton.pathway.Rung;
import care.baton.pathway.Side;
import care.baton.pathway.Stage;
import care.baton.pathway.Step;
import care.baton.time.DueRule;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Other versions of the small pathway: the second, in which nearly everything differs, and any with one thing changed. */
final class NextHomeStart {

    static final Code ALLERGIES = Code.of("allergies");
    static final Code CALL = Code.of("call");

    private static final Code LADDER = Code.of("both-sides");

    private NextHomeStart() {}

    /** The second version. */
    static Pathway second() {
        Pathway first = HomeStart.pathway();
        return new Version(first)
                .roles(List.of(
                        describes(PLANNER, Side.REFERRER, REVIEW),
                        describes(LEAD, Side.REFERRER),
                        describes(NURSE, Side.CLINICAL, CALL),
                        describes(FUNDER, Side.FUNDER, HOURS),
                        describes(INTAKE, Side.PROVIDER),
                        describes(HomeStart.SCHEDULER, Side.PROVIDER, STAFF),
                        describes(HomeStart.PERSON, Side.PERSON)))
                .ladder(new Ladder(
                        LADDER,
                        List.of(
                                new Rung(Duration.ZERO, LEAD.role(), hours(8)),
                                new Rung(Duration.ofHours(12), FUNDER.role(), hours(8))),
                        hours(12)))
                .review(new ReviewPoint(LEAD.role(), hours(120)))
                .stage("refer", NextHomeStart::refer)
                .stage("prepare", NextHomeStart::prepare)
                .stage("serve", NextHomeStart::serve)
                .numbered(2);
    }

    private static Stage refer(Stage first) {
        List<Field> fields = List.of(
                first.fields().get(0),
                new Field(first.fields().get(1).need(), Step.OFFER, NURSE.role(), hours(10)),
                new Field(said(ALLERGIES, Grade.RECORDED, NURSE), Step.CLOSE, NURSE.role(), hours(8)));
        List<Duty> duties = List.of(
                new Duty(HOURS, FUNDER.role(), hours(20), LADDER, List.of()),
                new Duty(
                        REVIEW,
                        PLANNER.role(),
                        hours(40),
                        LADDER,
                        List.of(said(RISKS, Grade.RECORDED, NURSE), new DutyNeed(HOURS, List.of(FUNDER.role())))),
                new Duty(CALL, NURSE.role(), hours(12), LADDER, List.of()));
        return of(first, first.owner(), hours(48), fields, first.gates(), duties);
    }

    /** The plan is to be confirmed, and nobody looks for staff yet. */
    private static Stage prepare(Stage first) {
        Field plan = new Field(said(HomeStart.PLAN, Grade.CONFIRMED, INTAKE), Step.CLOSE, INTAKE.role(), hours(24));
        return of(first, first.owner(), first.due(), List.of(plan), first.gates(), List.of());
    }

    private static Stage serve(Stage first) {
        Duty staff = new Duty(STAFF, HomeStart.SCHEDULER.role(), hours(48), LADDER, List.of());
        return of(first, first.owner(), first.due(), first.fields(), first.gates(), List.of(staff));
    }

    static Stage of(Stage stage, Code owner, DueRule due, List<Field> fields, List<Gate> gates, List<Duty> duties) {
        return named(stage, stage.code(), owner, due, fields, gates, duties);
    }

    static Stage named(
            Stage stage, Code code, Code owner, DueRule due, List<Field> fields, List<Gate> gates, List<Duty> duties) {
        return new Stage(
                code,
                owner,
                stage.handoff(),
                stage.evidence(),
                due,
                stage.attend(),
                stage.ladder(),
                stage.reviewer(),
                fields,
                gates,
                duties);
    }

    static Stage due(Stage stage, int hours) {
        return of(stage, stage.owner(), hours(hours), stage.fields(), stage.gates(), stage.duties());
    }

    static Stage duties(Stage stage, Duty... duties) {
        return of(stage, stage.owner(), stage.due(), stage.fields(), stage.gates(), List.of(duties));
    }

    static Stage fields(Stage stage, Field... fields) {
        return of(stage, stage.owner(), stage.due(), List.of(fields), stage.gates(), stage.duties());
    }

    static FieldNeed said(Code field, Grade grade, Holder supplier) {
        return new FieldNeed(field, List.of(supplier.role()), grade, true, Optional.empty());
    }

    static RoleDescription describes(Holder seat, Side side, Code... duties) {
        return new RoleDescription(seat.role(), side, List.of(duties));
    }

    /** A pathway with some of it changed. */
    record Version(
            Pathway first,
            Code owner,
            List<RoleDescription> roles,
            List<Stage> stages,
            List<Ladder> ladders,
            ReviewPoint review) {

        Version(Pathway first) {
            this(first, first.owner(), first.roles(), first.stages(), first.ladders(), first.review());
        }

        Version owner(Code other) {
            return new Version(first, other, roles, stages, ladders, review);
        }

        Version roles(List<RoleDescription> others) {
            return new Version(first, owner, others, stages, ladders, review);
        }

        /** The role does this, too. */
        Version does(Holder seat, Code duty) {
            return roles(roles.stream()
                    .map(r -> r.code().equals(seat.role())
                            ? new RoleDescription(
                                    r.code(),
                                    r.side(),
                                    Stream.concat(r.duties().stream(), Stream.of(duty))
                                            .toList())
                            : r)
                    .toList());
        }

        Version ladder(Ladder other) {
            return new Version(first, owner, roles, stages, List.of(other), review);
        }

        Version review(ReviewPoint other) {
            return new Version(first, owner, roles, stages, ladders, other);
        }

        Version stage(String code, UnaryOperator<Stage> change) {
            return stages(stages.stream()
                    .map(s -> s.code().value().equals(code) ? change.apply(s) : s)
                    .toList());
        }

        Version stages(List<Stage> others) {
            return new Version(first, owner, roles, others, ladders, review);
        }

        Pathway numbered(int version) {
            return new Pathway(
                    first.id(),
                    version,
                    first.title(),
                    owner,
                    roles,
                    first.responsibilities(),
                    stages,
                    ladders,
                    first.handoff(),
                    first.guide(),
                    review,
                    first.closure(),
                    first.flags(),
                    first.waivers(),
                    first.notices(),
                    first.evidence());
        }
    }
}
