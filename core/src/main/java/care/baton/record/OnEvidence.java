package care.baton.record;

import care.baton.evidence.AbsentReason;
import care.baton.evidence.Approval;
import care.baton.evidence.Covered;
import care.baton.evidence.Evidence;
import care.baton.evidence.EvidenceEvent.ApprovalGiven;
import care.baton.evidence.EvidenceEvent.ApprovalRevoked;
import care.baton.evidence.EvidenceEvent.FactRecorded;
import care.baton.evidence.EvidenceEvent.FactSetAside;
import care.baton.evidence.EvidenceEvent.FlagCleared;
import care.baton.evidence.EvidenceEvent.FlagRaised;
import care.baton.evidence.EvidenceEvent.WaiverGranted;
import care.baton.evidence.Fact;
import care.baton.evidence.Flag;
import care.baton.evidence.Grade;
import care.baton.obligation.Lacking;
import care.baton.obligation.Obligation;
import care.baton.outcome.Code;
import care.baton.outcome.Near;
import care.baton.outcome.Reason;
import care.baton.outcome.Refusal;
import care.baton.party.Sensitive;
import care.baton.pathway.EvidenceKind;
import care.baton.pathway.Need;
import care.baton.pathway.Need.ApprovalNeed;
import care.baton.pathway.Need.FieldNeed;
import care.baton.pathway.Pathway;
import care.baton.pathway.Waivable;
import care.baton.record.RecordCommand.Approve;
import care.baton.record.RecordCommand.ClearFlag;
import care.baton.record.RecordCommand.GrantWaiver;
import care.baton.record.RecordCommand.RaiseFlag;
import care.baton.record.RecordCommand.RecordFact;
import care.baton.record.RecordCommand.RevokeApproval;
import care.baton.record.RecordCommand.SetFactAside;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What is known: who may say it, approve it, warn of it or let it pass is in the definitions that run. */
final class OnEvidence {

    private OnEvidence() {}

    /** What is not known after all is gone after again. */
    static void noAnswer(Desk desk, RecordNoAnswer command) {
        RecordFact none = new RecordFact(command.field(), Sensitive.none(), command.source(), command.grade());
        fact(desk, none, Optional.of(command.reason()));
        if (!desk.draft().isRefused() && !command.reason().isAnswer()) {
            OnStage.chaseAgain(desk, command.field());
        }
    }

    static void fact(Desk desk, RecordFact command, Optional<AbsentReason> absent) {
        List<Pathway> running = running(desk).toList();
        List<FieldNeed> asking = new ArrayList<>();
        running.forEach(pathway -> asking.addAll(fields(pathway, command.field())));
        desk.rules().profile().asked(command.field()).ifPresent(asking::add);
        if (asking.isEmpty() && !isListed(desk, OnEvidence::fields, command.field(), "facts/" + command.field())) {
            return;
        }
        Optional<Refusal> fault = asking.isEmpty() ? early(desk, command) : fault(desk, running, asking, command);
        if (fault.isPresent()) {
            desk.draft().refuse(fault.get());
            return;
        }
        boolean relayed = desk.act().relayed().isPresent();
        Grade grade = relayed && command.grade().atLeast(Grade.RELAYED) ? Grade.RELAYED : command.grade();
        int version = desk.chart().evidence().nextVersion(command.field());
        desk.happens(new FactRecorded(command.field(), version, command.value(), command.source(), grade, absent));
        OnExpiry.said(desk, command.field());
        OnNotice.said(desk, command.field());
        OnStage.chaseAfter(desk, command.field());
        supplied(desk, command.field());
    }

    /** Before a run asks for it: what is wrong with it by every definition that could. */
    private static Optional<Refusal> early(Desk desk, RecordFact command) {
        List<Optional<Refusal>> each = new ArrayList<>();
        for (Pathway pathway : desk.rules().pathways()) {
            List<FieldNeed> asking = fields(pathway, command.field());
            if (!asking.isEmpty()) {
                each.add(fault(desk, List.of(pathway), asking, command));
            }
        }
        return each.stream().allMatch(Optional::isPresent)
                ? each.stream().flatMap(Optional::stream).findFirst()
                : Optional.empty();
    }

    /** What is wrong with who says it, or with what is said. */
    private static Optional<Refusal> fault(
            Desk desk, List<Pathway> pathways, List<FieldNeed> asking, RecordFact command) {
        SortedSet<Code> suppliers = new TreeSet<>();
        asking.forEach(need -> suppliers.addAll(need.suppliers()));
        return suppliers.contains(desk.act().speaker().role())
                ? Fitting.fault(desk, pathways, command)
                : Optional.of(
                        Refusal.of(Reason.ROLE_NOT_PERMITTED, "facts/" + command.field(), List.copyOf(suppliers)));
    }

    static List<FieldNeed> fields(Pathway pathway, Code field) {
        List<FieldNeed> found = new ArrayList<>();
        for (Need need : pathway.needs()) {
            if (need instanceof FieldNeed one && one.item().equals(field)) {
                found.add(one);
            }
        }
        pathway.evidence().stream().filter(e -> e.kind().equals(field)).forEach(e -> found.add(e.piece()));
        return found;
    }

    /** Whoever went after this field is done, once it says enough. */
    private static void supplied(Desk desk, Code field) {
        settled(
                desk,
                o -> o.key().kind().equals(Keys.SUPPLY) && o.key().subject().equals(field.value()));
        decided(desk);
    }

    /** Whoever owed a decision on what had been let pass is done, once it is supplied or let pass again. */
    private static void decided(Desk desk) {
        settled(
                desk,
                o -> o.key().kind().equals(Keys.WAIVER_ENDED) && !o.proof().isEmpty());
    }

    private static void settled(Desk desk, Predicate<Obligation> which) {
        for (Obligation owed : desk.owed().open()) {
            if (which.test(owed)
                    && Lacking.of(owed.proof(), OnChart.proving(desk.chart(), owed), desk.now())
                            .isEmpty()) {
                desk.done(owed.key());
            }
        }
    }

    static void aside(Desk desk, SetFactAside command) {
        Optional<Fact> fact = desk.chart().evidence().versions(command.field()).stream()
                .filter(f -> f.version() == command.version() && f.counts())
                .findFirst();
        if (fact.isEmpty()) {
            desk.refuse(Reason.FACT_UNKNOWN, "facts/" + command.field());
        } else if (!fact.get().author().sameRole(desk.act().speaker())) {
            desk.refuse(
                    Reason.ROLE_NOT_PERMITTED,
                    "facts/" + command.field(),
                    fact.get().author().role());
        } else {
            desk.happens(new FactSetAside(command.field(), command.version(), command.inError(), command.reason()));
            OnStage.chaseAgain(desk, command.field());
            if (command.inError()) {
                OnStage.workAgain(desk, command.field());
                OnNotice.neverSaid(desk, fact.get());
            }
        }
    }

    static void raise(Desk desk, RaiseFlag command) {
        if (!isListed(desk, p -> p.flags().stream(), command.flag(), "flags/" + command.flag())) {
            return;
        }
        int version =
                desk.chart().evidence().flag(command.flag()).map(Flag::version).orElse(0) + 1;
        desk.happens(new FlagRaised(command.flag(), version));
        OnRun.escalate(desk, command.flag());
    }

    static void clear(Desk desk, ClearFlag command) {
        Optional<Flag> flag = desk.chart().evidence().flag(command.flag()).filter(Flag::raised);
        if (flag.isEmpty()) {
            desk.refuse(Reason.FLAG_NOT_RAISED, "flags/" + command.flag());
        } else if (isEntitled(desk, approvers(command.flag()), "flags/" + command.flag())
                && !Watching.isUndecided(desk, command.flag())) {
            desk.happens(new FlagCleared(command.flag(), flag.get().version(), command.reason()));
            decided(desk);
        }
    }

    static void approve(Desk desk, Approve command) {
        String path = "approvals/" + command.kind();
        if (!isListed(desk, OnEvidence::approvals, command.kind(), path)
                || !isEntitled(desk, approversOf(command.kind()), path)) {
            return;
        }
        Evidence evidence = desk.chart().evidence();
        command.covers().forEach(covered -> stands(desk, covered, path + "/" + covered.code()));
        command.covers().forEach(covered -> Watching.isUndecided(desk, covered.code()));
        if (!desk.draft().isRefused()) {
            int number = evidence.approvals().size() + 1;
            desk.happens(new ApprovalGiven(command.kind(), number, command.covers()));
            decided(desk);
        }
    }

    /** What an approval looked at is still so; or it has changed since, or was never so, or has no such name. */
    private static void stands(Desk desk, Covered covered, String path) {
        Evidence evidence = desk.chart().evidence();
        if (evidence.stand(List.of(covered))) {
            return;
        }
        if (evidence.fact(covered.code()).isPresent()
                || evidence.flag(covered.code()).isPresent()) {
            desk.refuse(Reason.CONTENT_CHANGED, path);
        } else if (isListed(desk, p -> Stream.concat(fields(p), p.flags().stream()), covered.code(), path)) {
            boolean warns =
                    desk.rules().pathways().stream().anyMatch(p -> p.flags().contains(covered.code()));
            desk.refuse(warns ? Reason.FLAG_NOT_RAISED : Reason.FACT_UNKNOWN, path);
        }
    }

    static void revoke(Desk desk, RevokeApproval command) {
        List<Approval> approvals = desk.chart().evidence().approvals();
        boolean known = command.number() >= 1 && command.number() <= approvals.size();
        if (!known || !approvals.get(command.number() - 1).counts()) {
            desk.refuse(Reason.APPROVAL_UNKNOWN, "approvals/" + command.number());
        } else if (desk.isRole(approvals.get(command.number() - 1).by().role(), "approvals/" + command.number())) {
            desk.happens(new ApprovalRevoked(command.number(), command.reason()));
        }
    }

    static void waive(Desk desk, GrantWaiver command) {
        String path = "waivers/" + command.item();
        Optional<PathwayRun> run = desk.openRun(command.run());
        Optional<Pathway> pathway = run.flatMap(desk::definition);
        Optional<Waivable> waivable = pathway.flatMap(p -> p.waivers().stream()
                .filter(w -> w.item().equals(command.item()))
                .findFirst());
        if (waivable.isEmpty()) {
            pathway.ifPresent(p -> desk.draft().refuse(notWaivable(p, command.item(), path)));
            return;
        }
        Instant longest = desk.now().plus(waivable.get().longest());
        if (!command.until().isAfter(desk.now())) {
            desk.refuse(Reason.DUE_IN_THE_PAST, path + "/until");
        } else if (command.until().isAfter(longest)) {
            desk.draft()
                    .refuse(Refusal.of(Reason.WAIVER_TOO_LONG, path + "/until").at(longest));
        } else if (desk.isRole(waivable.get().role(), path)) {
            desk.happens(new WaiverGranted(command.run(), command.item(), command.reason(), command.until()));
            decided(desk);
        }
    }

    private static Refusal notWaivable(Pathway pathway, Code item, String path) {
        List<Code> items = pathway.needs().stream().map(Need::item).toList();
        if (!items.contains(item)) {
            return Refusal.of(Reason.NAME_UNKNOWN, path).instead(Near.to(item, items));
        }
        List<Code> waivable = pathway.waivers().stream().map(Waivable::item).toList();
        return Refusal.of(Reason.NOT_WAIVABLE, path).instead(waivable);
    }

    /**
     * What no definition in the rulebook lists, no gate would ever read: a slip of the pen, not a fact. What a run that
     * is not open yet will ask for is listed too.
     */
    private static boolean isListed(Desk desk, Function<Pathway, Stream<Code>> names, Code said, String path) {
        if (desk.rules().pathways().stream().flatMap(names).anyMatch(said::equals)) {
            return true;
        }
        List<PathwayRun> open =
                desk.chart().runs().values().stream().filter(PathwayRun::isOpen).toList();
        long known = open.stream().flatMap(r -> desk.definition(r).stream()).count();
        if (known == open.size()) {
            Stream<Pathway> near = open.isEmpty() ? desk.rules().pathways().stream() : running(desk);
            List<Code> listed = near.flatMap(names).toList();
            desk.draft().refuse(Refusal.of(Reason.NAME_UNKNOWN, path).instead(Near.to(said, listed)));
        }
        return false;
    }

    private static Stream<Code> fields(Pathway pathway) {
        return Stream.concat(
                pathway.needs().stream().filter(FieldNeed.class::isInstance).map(Need::item),
                pathway.evidence().stream().map(EvidenceKind::kind));
    }

    private static Stream<Code> approvals(Pathway pathway) {
        return pathway.needs().stream().filter(ApprovalNeed.class::isInstance).map(Need::item);
    }

    private static boolean isEntitled(Desk desk, Function<Pathway, Stream<Code>> who, String path) {
        List<Code> roles = running(desk).flatMap(who).distinct().sorted().toList();
        if (roles.contains(desk.act().speaker().role())) {
            return true;
        }
        desk.refuse(Reason.ROLE_NOT_PERMITTED, path, roles.toArray(Code[]::new));
        return false;
    }

    private static Function<Pathway, Stream<Code>> approvers(Code flag) {
        return p -> p.needs().stream()
                .filter(n -> n instanceof ApprovalNeed a && a.flags().contains(flag))
                .flatMap(n -> n.suppliers().stream());
    }

    private static Function<Pathway, Stream<Code>> approversOf(Code kind) {
        return p -> p.needs().stream()
                .filter(n -> n instanceof ApprovalNeed && n.item().equals(kind))
                .map(Need::suppliers)
                .flatMap(List::stream);
    }

    private static Stream<Pathway> running(Desk desk) {
        return desk.chart().runs().values().stream()
                .filter(PathwayRun::isOpen)
                .flatMap(r -> desk.rules().of(r).stream());
    }
}
