package care.baton.record;

import care.baton.consent.Audience;
import care.baton.consent.Consent;
import care.baton.consent.Given;
import care.baton.consent.Information;
import care.baton.consent.Purpose;
import care.baton.consent.Sharing;
import care.baton.disclosure.Access;
import care.baton.disclosure.Part;
import care.baton.disclosure.Relation;
import care.baton.disclosure.Viewer;
import care.baton.obligation.Key;
import care.baton.obligation.Obligation;
import care.baton.outcome.Code;
import care.baton.outcome.Reason;
import care.baton.party.Holder;
import care.baton.plan.Activity;
import care.baton.plan.CarePlan;
import care.baton.plan.Plan;
import care.baton.plan.Version;
import care.baton.record.RecordCommand.JoinTeam;
import care.baton.record.RecordCommand.LeaveTeam;
import care.baton.record.RecordCommand.RecordAgreement;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What of the person's consent a plan rests on: that whoever owns an activity, and is neither the person nor of the
 * house that keeps the record, may be told what it is. When that ends, nothing that is owed ends with it and nothing is
 * taken back; it is owed to see to it, by the instant at which it ends.
 */
final class PlanConsents {

    private final Desk desk;
    private final Plan plan;

    PlanConsents(Desk desk, Plan plan) {
        this.desk = desk;
        this.plan = plan;
    }

    /** After what may have changed it: a decision about sharing, a step of a plan, who is here, what was agreed. */
    static void after(Desk desk, RecordCommand command) {
        if (command instanceof OnSharing
                || command instanceof InPlan
                || command instanceof JoinTeam
                || command instanceof LeaveTeam
                || command instanceof RecordAgreement) {
            for (Plan plan : desk.chart().plans().all()) {
                boolean runs = desk.chart()
                        .runs()
                        .get(plan.run())
                        .filter(PathwayRun::isOpen)
                        .flatMap(desk.rules()::of)
                        .isPresent();
                if (runs && plan.active().isPresent()) {
                    new PlanConsents(desk, plan).settle();
                }
            }
        }
    }

    /** Refuses where nobody has said yes to the plan, and for each owner who may not be told what they would owe. */
    void check(CarePlan content) {
        String path = OnPlans.path(plan.code());
        if (!isConsented()) {
            desk.refuse(Reason.CONSENT_UNKNOWN, path + "/consent");
            return;
        }
        for (Activity activity : content.activities()) {
            Optional<Holder> owner = activity.owner().filter(this::isElsewhere);
            if (owner.isPresent() && plan.state(activity.code()).isOpen()) {
                items(activity)
                        .flatMap(item -> lacks(item, owner.get()).stream())
                        .findFirst()
                        .ifPresent(why -> desk.refuse(
                                why,
                                path + "/activities/" + activity.code() + "/owner",
                                owner.get().role()));
            }
        }
    }

    /** Somebody said yes to care being coordinated by this plan, and it stands now. */
    private boolean isConsented() {
        Information what = desk.chart().consents().information(plan.code());
        return inForce()
                .anyMatch(c -> c.scope().reaches(what)
                        && c.recipients().stream()
                                .filter(to -> c.permits(desk.now(), to, Purpose.CARE_COORDINATION))
                                .anyMatch(to -> desk.chart()
                                        .consents()
                                        .sharing(what, desk.now(), to, Purpose.CARE_COORDINATION)
                                        .isPermitted()));
    }

    private Stream<Consent> inForce() {
        return desk.chart().consents().all().stream().filter(Given::counts).map(Given::consent);
    }

    /** Whether the speaker may be told of a part of the plan by its name. */
    boolean mayBeNamed(String part) {
        Code name = Code.of(part.substring(part.indexOf('/') + 1));
        return access(desk.act().speaker())
                .filter(access -> access.sees(Part.PLANS, name))
                .isPresent();
    }

    private Optional<Reason> lacks(Code item, Holder to) {
        Sharing sharing = sharing(item, to);
        if (!sharing.isPermitted()) {
            return Optional.of(Outgoing.lacks(sharing.why()));
        }
        return access(to).filter(a -> !a.isAgreed(Part.PLANS, item)).map(a -> Reason.SHARING_NOT_AGREED);
    }

    private boolean isElsewhere(Holder owner) {
        return access(owner)
                .map(Access::relation)
                .filter(Relation.OTHER::equals)
                .isPresent();
    }

    private Optional<Access> access(Holder to) {
        Viewer viewer = new Viewer(to, Purpose.CARE_COORDINATION);
        return desk.chart()
                .holdings()
                .map(held -> Access.of(held, viewer, desk.now(), desk.rules().disclosure()));
    }

    /** All that one is told with an activity. */
    private Stream<Code> items(Activity activity) {
        return Stream.of(plan.code(), activity.code(), activity.kind(), activity.subject(), activity.purpose());
    }

    private Sharing sharing(Code item, Holder to) {
        Information what = desk.chart().consents().information(item);
        return desk.chart().consents().sharing(what, desk.now(), Audience.of(to), Purpose.CARE_COORDINATION);
    }

    private void settle() {
        Key first = Keys.planConsent(plan.run(), plan.code());
        Optional<Obligation> owed = desk.owed().openOf(first.cause(), first.kind()).stream()
                .filter(o -> o.key().subject().equals(first.subject()))
                .findFirst();
        Optional<Instant> ends = ends();
        boolean lapsed = ends.equals(Optional.of(desk.now()));
        boolean stays = owed.filter(o ->
                        ends.equals(Optional.of(o.due())) || (lapsed && !o.due().isAfter(desk.now())))
                .isPresent();
        if (stays) {
            return;
        }
        if (ends.isEmpty()) {
            owed.ifPresent(o -> desk.done(o.key()));
        } else {
            owed.ifPresent(o -> desk.release(o.key(), PlanDuties.SUPERSEDED));
            Holder owner = desk.seat(desk.chart()
                    .runs()
                    .get(plan.run())
                    .flatMap(desk.rules()::of)
                    .orElseThrow()
                    .owner());
            new PlanDuties(desk, plan).owe(first, owner, ends.get());
        }
    }

    /** From when on somebody owes an activity and may not be told of it: now, later, or never as things stand. */
    private Optional<Instant> ends() {
        PlanDuties duties = new PlanDuties(desk, plan);
        return plan.current().map(Version::content).stream()
                .flatMap(content -> content.activities().stream())
                .flatMap(a -> duties.owed(a.code()).map(Obligation::holder).filter(this::isElsewhere).stream()
                        .flatMap(to -> items(a).map(item -> until(item, to))))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    /** Until when one thing may be shared; empty where no end is in sight. */
    private Optional<Instant> until(Code item, Holder to) {
        if (lacks(item, to).isPresent()) {
            return Optional.of(desk.now());
        }
        Information what = desk.chart().consents().information(item);
        Stream<Instant> noes = inForce()
                .filter(c -> c.from().isAfter(desk.now()) && c.scope().holdsBack(what))
                .filter(c -> c.refuses(c.from(), Audience.of(to), Purpose.CARE_COORDINATION))
                .map(Consent::from);
        Stream<Instant> agreed = desk.chart().team().agreement(to.organization(), desk.now()).stream()
                .flatMap(a -> a.until().stream());
        return Stream.of(noes, agreed, yes(what, to).stream())
                .flatMap(times -> times)
                .min(Comparator.naturalOrder());
    }

    /** Until when a yes lets it be shared; empty where none of those has an end. */
    private Optional<Instant> yes(Information what, Holder to) {
        List<Optional<Instant>> ends = inForce()
                .filter(c -> c.permits(desk.now(), Audience.of(to), Purpose.CARE_COORDINATION))
                .filter(c -> c.scope().reaches(what))
                .map(Consent::until)
                .toList();
        return ends.contains(Optional.<Instant>empty())
                ? Optional.empty()
                : ends.stream().flatMap(Optional::stream).max(Comparator.naturalOrder());
    }
}
