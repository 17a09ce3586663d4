package care.baton.catalog;

import care.baton.consent.ConsentCommand;
import care.baton.disclosure.DisclosureCommand;
import care.baton.evidence.AbsentReason;
import care.baton.evidence.Covered;
import care.baton.evidence.Described;
import care.baton.evidence.Fact;
import care.baton.evidence.Flag;
import care.baton.evidence.Grade;
import care.baton.note.ContactCommand;
import care.baton.note.NoteCommand;
import care.baton.obligation.Key;
import care.baton.obligation.Obligation;
import care.baton.outcome.Code;
import care.baton.party.Act;
import care.baton.party.CommandId;
import care.baton.party.Digest;
import care.baton.party.Holder;
import care.baton.party.OrganizationId;
import care.baton.party.OrganizationKind;
import care.baton.party.PersonId;
import care.baton.party.Sensitive;
import care.baton.party.VisitId;
import care.baton.pathway.DecisionGuide;
import care.baton.pathway.Holds;
import care.baton.pathway.Need.ApprovalNeed;
import care.baton.pathway.Need.FieldNeed;
import care.baton.pathway.Pathway;
import care.baton.plan.PlanCommand;
import care.baton.record.CoordinationRecord;
import care.baton.record.OnSharing;
import care.baton.record.RecordCommand;
import care.baton.record.RecordCommand.AcceptAssignment;
import care.baton.record.RecordCommand.AdvanceTime;
import care.baton.record.RecordCommand.Approve;
import care.baton.record.RecordCommand.Assign;
import care.baton.record.RecordCommand.ClearFlag;
import care.baton.record.RecordCommand.CloseRun;
import care.baton.record.RecordCommand.Fulfil;
import care.baton.record.RecordCommand.GrantWaiver;
import care.baton.record.RecordCommand.JoinTeam;
import care.baton.record.RecordCommand.LeaveStage;
import care.baton.record.RecordCommand.MoveRun;
import care.baton.record.RecordCommand.OpenRecord;
import care.baton.record.RecordCommand.OpenRun;
import care.baton.record.RecordCommand.RaiseFlag;
import care.baton.record.RecordCommand.RecordFact;
import care.baton.record.RecordCommand.ReportVisit;
import care.baton.record.RecordCommand.RevokeApproval;
import care.baton.record.RecordCommand.SetFactAside;
import care.baton.record.RecordCommand.TakeDecision;
import care.baton.record.RecordCommand.ValidateOutcome;
import care.baton.record.RecordCredential;
import care.baton.record.RecordNoAnswer;
import care.baton.record.Rulebook;
import care.baton.record.Visit;
import care.baton.risk.RiskCommand;
import care.baton.time.Stamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** What somebody could ask of a record on which a shipped pathway runs, by the name of the command. */
final class ShippedDeck {

    /** What is asked, and by whom. */
    record Card(Holder by, RecordCommand command) {}

    /** Every command to a record but those in a handoff. */
    static final List<String> KINDS = Stream.concat(
                    Stream.of(RecordCredential.class, RecordNoAnswer.class),
                    Stream.of(
                                    RecordCommand.Own.class,
                                    ConsentCommand.class,
                                    NoteCommand.class,
                                    ContactCommand.class,
                                    DisclosureCommand.class,
                                    RiskCommand.class,
                                    PlanCommand.class)
                            .flatMap(family -> Described.family(family).stream().map(Described::type)))
            .filter(c -> c != RecordCommand.InHandoff.class)
            .map(Class::getSimpleName)
            .sorted()
            .toList();

    private static final OrganizationId ELSEWHERE = OrganizationId.of("elsewhere");

    private final CoordinationRecord record;
    private final Rulebook rules;
    private final Pathway pathway;
    private final SplittableRandom random;
    private final Instant now;

    ShippedDeck(CoordinationRecord record, Rulebook rules, Pathway pathway, SplittableRandom random, Instant now) {
        this.record = record;
        this.rules = rules;
        this.pathway = pathway;
        this.random = random;
        this.now = now;
    }

    static <T> T one(SplittableRandom random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private <T> T one(List<T> of) {
        return one(random, of);
    }

    private Holder seat(Code role) {
        return Scene.seat(role.value());
    }

    private Holder anybody() {
        return seat(one(pathway.roles()).code());
    }

    /** Somebody, or now and then somebody of that role in a house that takes no part. */
    static Holder stray(SplittableRandom random, Holder somebody) {
        return random.nextInt(3) > 0 ? somebody : Holder.of(ELSEWHERE, somebody.role());
    }

    /** A card of that name, in the hand of who is entitled to it; now and then in anybody's. */
    Card draw(String kind) {
        Card card = make(kind);
        return random.nextInt(8) > 0 ? card : new Card(stray(random, anybody()), card.command());
    }

    private Card make(String kind) {
        if (ShippedNotes.KINDS.contains(kind)) {
            return new ShippedNotes(record, random, now).make(kind);
        }
        if (ShippedDisclosures.KINDS.contains(kind)) {
            return new ShippedDisclosures(record, random).make(kind);
        }
        if (ShippedRisks.KINDS.contains(kind)) {
            return new ShippedRisks(record, random).make(kind);
        }
        if (ShippedPlans.KINDS.contains(kind)) {
            return new ShippedPlans(record, random, now).make(kind);
        }
        if (ShippedTeam.KINDS.contains(kind)) {
            return new ShippedTeam(record, pathway, random, now).make(kind);
        }
        return switch (kind) {
            case "OpenRecord" -> opening();
            case "OpenRun" -> run();
            case "RecordFact", "SetFactAside", "RecordNoAnswer" -> fact(kind);
            case "RaiseFlag", "ClearFlag" -> flag(kind);
            case "Approve", "RevokeApproval", "GrantWaiver" -> approval(kind);
            case "Fulfil", "Assign", "AcceptAssignment" -> work(kind);
            case "TakeDecision" -> decision();
            case "LeaveStage" -> new Card(stageOwner(), new LeaveStage(Scene.RUN));
            case "ValidateOutcome" ->
                new Card(seat(pathway.responsibilities().validates()), new ValidateOutcome(Scene.RUN));
            case "CloseRun" -> new Card(seat(pathway.responsibilities().closes()), new CloseRun(Scene.RUN));
            case "ReportVisit" -> visit();
            case "MoveRun" -> move();
            case "AdvanceTime" -> new Card(anybody(), new AdvanceTime());
            case "RecordConsent", "RevokeConsent", "MarkConsentInError" ->
                new ShippedSharings(record, random, now)
                        .card(kind, seat(pathway.responsibilities().records()));
            default ->
                new Card(
                        random.nextBoolean() ? seat(Code.of("person")) : anybody(),
                        new OnSharing(new ShippedSharings(record, random, now).make(kind)));
        };
    }

    private Card opening() {
        List<JoinTeam> team = Stream.concat(
                        Stream.of(Code.of("person")), pathway.roles().stream().map(r -> r.code()))
                .distinct()
                .map(role -> new JoinTeam(seat(role), OrganizationKind.CLINIC, List.of()))
                .toList();
        Holder keeper = seat(pathway.responsibilities().records());
        return new Card(
                keeper,
                new OpenRecord(
                        keeper.organization(),
                        Scene.PARTICIPANT,
                        random.nextInt(9) == 0 ? List.of() : team,
                        List.of()));
    }

    private Card run() {
        Code name = random.nextInt(3) == 0 ? Scene.RUN : Code.of("run-" + (2 + random.nextInt(2)));
        return new Card(
                seat(pathway.responsibilities().records()),
                new OpenRun(
                        record.chart().runs().isEmpty() ? Scene.RUN : name,
                        pathway.id(),
                        random.nextInt(9) == 0 ? 7 : pathway.version()));
    }

    /** To the other version that there is, mostly having seen what would change. */
    private Card move() {
        int version = record.chart().runs().get(Scene.RUN).map(r -> r.version()).orElse(pathway.version());
        int other = random.nextInt(9) == 0 ? 7 : 2 * pathway.version() + 1 - version;
        Holder by = seat(pathway.owner());
        Act act = Act.of(CommandId.of("shown"), by, Stamp.at(now));
        Digest shown = random.nextInt(6) == 0
                ? Digest.of(new byte[] {1})
                : record.moving(Scene.RUN, other, act, rules)
                        .fold(seen -> seen.state().digest(), no -> Digest.of(new byte[] {2}));
        return new Card(by, new MoveRun(Scene.RUN, other, shown, Code.of("new-contract")));
    }

    private Card fact(String kind) {
        FieldNeed need = one(pathway.needs().stream()
                .filter(FieldNeed.class::isInstance)
                .map(FieldNeed.class::cast)
                .toList());
        Optional<Fact> known = record.chart().evidence().fact(need.item());
        if (kind.equals("SetFactAside")) {
            int version = known.map(Fact::version).orElse(1);
            return new Card(
                    known.map(Fact::author).orElse(anybody()),
                    new SetFactAside(need.item(), version, random.nextBoolean(), Code.of("wrong-entry")));
        }
        if (kind.equals("RecordNoAnswer")) {
            AbsentReason reason = one(List.of(AbsentReason.values()));
            return new Card(
                    seat(one(need.suppliers())),
                    new RecordNoAnswer(need.item(), reason, Code.of("file"), Grade.CONFIRMED));
        }
        String words = need.holds()
                .map(this::fitting)
                .filter(w -> random.nextInt(8) > 0)
                .orElse("words " + random.nextInt(9));
        return new Card(
                seat(one(need.suppliers())),
                new RecordFact(need.item(), Sensitive.of(words), Code.of("file"), Grade.CONFIRMED));
    }

    private String fitting(Holds holds) {
        if (holds instanceof Holds.Role) {
            return one(pathway.roles()).code().value();
        }
        if (holds instanceof Holds.Linked linked) {
            return "call=" + one(linked.to()).value();
        }
        if (holds instanceof Holds.After) {
            return "looked at";
        }
        return holds instanceof Holds.OneOf of
                ? one(of.values()).value()
                : now.plus(Duration.ofDays(holds instanceof Holds.Deadline ? 1 : -1))
                        .toString();
    }

    private Card flag(String kind) {
        List<Code> raised =
                record.chart().evidence().raised().stream().map(Flag::code).toList();
        Code flag = raised.isEmpty() || kind.equals("RaiseFlag") || random.nextInt(6) == 0 ? anyFlag() : one(raised);
        if (kind.equals("RaiseFlag")) {
            List<Code> calls = approvals().flatMap(a -> a.flags().stream()).toList();
            return new Card(anybody(), new RaiseFlag(calls.isEmpty() || random.nextBoolean() ? flag : one(calls)));
        }
        List<Code> approvers = approvals()
                .filter(a -> a.flags().contains(flag))
                .flatMap(a -> a.suppliers().stream())
                .toList();
        return new Card(
                approvers.isEmpty() ? anybody() : seat(one(approvers)), new ClearFlag(flag, Code.of("checked")));
    }

    private Code anyFlag() {
        return pathway.flags().isEmpty() ? Code.of("medication-uncertainty") : one(pathway.flags());
    }

    private Stream<ApprovalNeed> approvals() {
        return pathway.needs().stream().filter(ApprovalNeed.class::isInstance).map(ApprovalNeed.class::cast);
    }

    private Card approval(String kind) {
        Optional<ApprovalNeed> need = approvals()
                .skip(random.nextInt(1 + (int) approvals().skip(1).count()))
                .findFirst();
        Holder by = need.map(n -> seat(one(n.suppliers()))).orElseGet(this::anybody);
        Code item = need.map(ApprovalNeed::item).orElse(Code.of("supervisor-approval"));
        if (kind.equals("RevokeApproval")) {
            int given = record.chart().evidence().approvals().size();
            return new Card(by, new RevokeApproval(1 + random.nextInt(given + 1), Code.of("too-early")));
        }
        if (kind.equals("GrantWaiver")) {
            return new Card(by, new GrantWaiver(Scene.RUN, item, Code.of("late"), now.plusSeconds(60)));
        }
        List<Covered> covers = record.chart().evidence().raised().stream()
                .map(f -> new Covered(f.code(), f.version()))
                .toList();
        boolean wrong = covers.isEmpty() || random.nextInt(6) == 0;
        return new Card(by, new Approve(item, wrong ? List.of(new Covered(anyFlag(), 9)) : covers));
    }

    private Card work(String kind) {
        List<Obligation> open = record.chart().obligations().open();
        List<Obligation> asked = open.stream()
                .filter(o -> kind.equals("AcceptAssignment") == o.proposed().isPresent())
                .toList();
        if (asked.isEmpty()) {
            Key key = Key.of("run:" + Scene.RUN, Code.of("stage"), "none");
            return new Card(anybody(), kind.equals("Fulfil") ? new Fulfil(key) : new AcceptAssignment(key));
        }
        Obligation owed = one(asked);
        return switch (kind) {
            case "Fulfil" -> new Card(Scene.named(owed.holder()), new Fulfil(owed.key()));
            case "Assign" ->
                new Card(
                        Scene.named(owed.holder()),
                        new Assign(owed.key(), PersonId.of("p-second-" + random.nextInt(2))));
            default -> new Card(owed.holder().heldBy(owed.proposed()), new AcceptAssignment(owed.key()));
        };
    }

    private Card decision() {
        boolean proceeds = random.nextInt(3) == 0;
        var topic = one(pathway.guide().topics());
        return new Card(
                seat(proceeds ? pathway.responsibilities().decides() : topic.owner()),
                new TakeDecision(
                        Scene.RUN,
                        proceeds ? DecisionGuide.PROCEED : topic.topic(),
                        Code.of("yes"),
                        Sensitive.none(),
                        Optional.empty()));
    }

    private Holder stageOwner() {
        return record.chart()
                .runs()
                .get(Scene.RUN)
                .flatMap(r -> r.owner())
                .map(Scene::named)
                .orElseGet(this::anybody);
    }

    private Card visit() {
        return new Card(
                anybody(),
                new ReportVisit(new Visit(
                        VisitId.of("v-" + random.nextInt(2)),
                        random.nextInt(4),
                        Visit.State.values()[random.nextInt(3)],
                        now.plus(Duration.ofHours(random.nextInt(90) - 40)))));
    }
}
