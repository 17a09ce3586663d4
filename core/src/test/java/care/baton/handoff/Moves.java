package care.baton.handoff;

import care.baton.handoff.HandoffCommand.AcknowledgeAssignment;
import care.baton.handoff.HandoffCommand.AgreeConditions;
import care.baton.handoff.HandoffCommand.AnswerClarification;
import care.baton.handoff.HandoffCommand.AnswerOffer;
import care.baton.handoff.HandoffCommand.AssignPerson;
import care.baton.handoff.HandoffCommand.CompleteAction;
import care.baton.handoff.HandoffCommand.ConfirmDecision;
import care.baton.handoff.HandoffCommand.GiveBack;
import care.baton.handoff.HandoffCommand.HoldWarmHandoff;
import care.baton.handoff.HandoffCommand.MarkInError;
import care.baton.handoff.HandoffCommand.MeetCondition;
import care.baton.handoff.HandoffCommand.NameDiscrepancy;
import care.baton.handoff.HandoffCommand.OfferHandoff;
import care.baton.handoff.HandoffCommand.OvertakeDecision;
import care.baton.handoff.HandoffCommand.ReadAnswer;
import care.baton.handoff.HandoffCommand.RefuseCompletion;
import care.baton.handoff.HandoffCommand.ReopenHandoff;
import care.baton.handoff.HandoffCommand.ReportProgress;
import care.baton.handoff.HandoffCommand.StartAction;
import care.baton.handoff.HandoffCommand.TakeBack;
import care.baton.handoff.HandoffCommand.ValidateCompletion;
import care.baton.handoff.HandoffCommand.WithdrawOffer;
import care.baton.obligation.Obligation;
import care.baton.outcome.Code;
import care.baton.party.Digest;
import care.baton.party.Holder;
import care.baton.party.OrganizationId;
import care.baton.party.PersonId;
import care.baton.party.Sensitive;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** What somebody may ask next: something that fits, or anything at all. */
final class Moves {

    static final Holder CLOCK = Holder.of(OrganizationId.of("host"), Code.of("clock"));

    private static final List<Holder> PEOPLE = List.of(
            Parties.COORDINATOR,
            Parties.COLLEAGUE,
            Parties.WARD_NURSE,
            Parties.INTAKE,
            Parties.INTAKE_COVER,
            Parties.SCHEDULER,
            Parties.SOUTH,
            Parties.PHARMACIST);
    private static final List<Holder> RECEIVERS =
            List.of(Parties.INTAKE, Parties.INTAKE, Parties.SOUTH, Parties.WARD_NURSE);
    private static final List<Code> ITEMS = List.of(Parties.MEDICATION, Parties.ROUTINES, Code.of("start-date"));
    private static final List<Code> KINDS = List.of(Kinds.ACTION, Kinds.RESPONSE, Kinds.CLARIFICATION, Kinds.AGREE);

    private final SplittableRandom random;
    private final Answers answers;

    Moves(SplittableRandom random) {
        this.random = random;
        this.answers = new Answers(random.split());
    }

    Holder anybody() {
        return PEOPLE.get(random.nextInt(PEOPLE.size()));
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** Any command at all. */
    HandoffCommand any(Handoff handoff, Instant now) {
        return make(random.nextInt(23), handoff, now);
    }

    /** A command that has a chance, as the handoff stands. */
    HandoffCommand fitting(Handoff handoff, Instant now) {
        Negotiation talks = handoff.negotiation();
        List<Integer> kinds = new ArrayList<>();
        switch (talks.course()) {
            case OFFERING -> offering(talks, kinds);
            case HELD -> kinds.addAll(List.of(6, 7, 8, 9, 12, 13, 13, 14, 15));
            case STARTED -> kinds.addAll(List.of(6, 8, 9, 9, 12, 14, 15));
            case GIVING_BACK -> kinds.addAll(List.of(8, 13, 13, 13, 14, 15));
            case DONE -> kinds.addAll(List.of(9, 10, 10, 11, 13, 14));
            case VALIDATING -> kinds.addAll(List.of(9, 9, 10, 10, 11, 14, 15));
            case CLOSED -> kinds.addAll(List.of(16, 16, 16, 17, 1));
            default -> kinds.addAll(List.of(1, 4, 5));
        }
        if (talks.binding().filter(o -> o.arbiter() == Arbiter.SERVER).isPresent()) {
            kinds.add(21);
        }
        if (random.nextInt(60) == 0) {
            kinds.add(17);
        }
        talks.offers().values().stream()
                .filter(o -> o.withdrawing().isPresent() || o.intended().isPresent())
                .forEach(o -> kinds.addAll(List.of(4, 4, 5)));
        return make(one(kinds), handoff, now);
    }

    private static void offering(Negotiation talks, List<Integer> kinds) {
        Optional<Offer> live =
                talks.offers().values().stream().filter(Offer::isLive).findFirst();
        if (live.isEmpty()) {
            kinds.add(0);
            return;
        }
        kinds.addAll(List.of(1, 1, 1, 3, 14, 15));
        if (live.get().kind() == OfferKind.INVITATION) {
            kinds.add(0);
        }
        if (live.get().arbiter() == Arbiter.SERVER) {
            kinds.add(20);
        }
        if (live.get().state() instanceof OfferState.Clarifying) {
            kinds.addAll(List.of(2, 2, 2, 2));
        }
        if (live.get().state() instanceof OfferState.Proposed) {
            kinds.addAll(List.of(18, 18, 19, 19, 19));
        }
    }

    private HandoffCommand make(int kind, Handoff handoff, Instant now) {
        int offer = number(handoff);
        Optional<Offer> named = handoff.negotiation().offers().get(offer);
        return switch (kind) {
            case 0 -> offer(now);
            case 1 -> new AnswerOffer(offer, digest(named), answers.next(now, named));
            case 2 -> clarification(offer, named);
            case 3 -> new WithdrawOffer(offer, Parties.OTHER_PLAN);
            case 4 -> new ConfirmDecision(offer);
            case 5 -> new OvertakeDecision(offer, Code.of("changed-there"));
            case 6 ->
                new HoldWarmHandoff(
                        Parties.COORDINATOR,
                        random.nextInt(4) == 0 ? anybody() : receiver(handoff),
                        now.minusSeconds(random.nextInt(4) * 60L - 60));
            case 7 -> new StartAction();
            case 8 -> new ReportProgress(Sensitive.of("all well"));
            case 9 -> new CompleteAction(random.nextInt(3) == 0 ? List.of() : output());
            case 10 -> new ValidateCompletion();
            case 11 -> new RefuseCompletion(Code.of("not-what-was-asked"));
            case 12 -> new GiveBack(Parties.NO_CAPACITY);
            case 13 -> new TakeBack();
            case 14 -> new AssignPerson(one(KINDS), anybody().person().orElseThrow());
            case 15 -> new AcknowledgeAssignment(one(KINDS));
            case 16 -> new ReopenHandoff(Sensitive.of("it came back"));
            case 17 -> new MarkInError(Code.of("wrong-person"));
            case 18 -> new AgreeConditions(offer, terms(named));
            case 20 -> new ReadAnswer(offer, new Answer.Accept(), List.of());
            case 22 -> new NameDiscrepancy(offer, Code.of("changed-there"));
            case 21 -> new TakeBack(Optional.of(Code.of("gone")));
            default -> new MeetCondition(offer, 1 + random.nextInt(3));
        };
    }

    private Holder receiver(Handoff handoff) {
        return handoff.negotiation().current().map(Offer::to).orElse(Parties.INTAKE);
    }

    private List<Input> output() {
        return List.of(new Input(Code.of("report"), Sensitive.of("visited " + random.nextInt(2))));
    }

    private int number(Handoff handoff) {
        int newest = handoff.negotiation().offers().size();
        return random.nextInt(4) == 0 ? random.nextInt(newest + 2) : newest;
    }

    private Digest digest(Optional<Offer> named) {
        return random.nextInt(20) == 0
                ? Parties.HOME_CARE.with(Priority.STAT).digest()
                : named.map(Offer::asked).orElse(Parties.HOME_CARE.digest());
    }

    private Optional<Digest> terms(Optional<Offer> named) {
        if (random.nextBoolean()) {
            return Optional.empty();
        }
        return named.map(Offer::state)
                .filter(OfferState.Proposed.class::isInstance)
                .map(s -> ((OfferState.Proposed) s).terms())
                .filter(t -> random.nextInt(5) != 0)
                .or(() -> Optional.of(Parties.HOME_CARE.digest()));
    }

    private HandoffCommand offer(Instant now) {
        Ask ask = Parties.HOME_CARE.with(random.nextBoolean() ? Priority.URGENT : Priority.ROUTINE);
        Optional<Instant> finish = random.nextBoolean()
                ? Optional.of(now.plus(Duration.ofHours(random.nextInt(300) - 10)))
                : Optional.empty();
        Optional<Content> content = random.nextInt(4) == 0 ? Optional.of(answers.content()) : Optional.empty();
        return new OfferHandoff(
                random.nextInt(3) == 0 ? OfferKind.INVITATION : OfferKind.FIRM,
                random.nextInt(12) == 0 ? anybody() : one(RECEIVERS),
                new Ask(ask.code(), ask.person(), ask.priority(), ask.focus(), ask.description(), List.of(), finish),
                content,
                random.nextInt(3) == 0 ? Arbiter.SERVER : Arbiter.RECORD,
                random.nextInt(4) == 0
                        ? Optional.of(now.plus(Duration.ofHours(random.nextInt(60) - 5)))
                        : Optional.empty(),
                Optional.empty());
    }

    private HandoffCommand clarification(int offer, Optional<Offer> named) {
        Code item = named.map(Offer::state)
                .filter(OfferState.Clarifying.class::isInstance)
                .map(s -> ((OfferState.Clarifying) s).open())
                .filter(open -> random.nextInt(6) != 0)
                .map(this::one)
                .orElseGet(() -> one(ITEMS));
        return random.nextInt(3) == 0
                ? new AnswerClarification(offer, item, Sensitive.none(), Optional.of(Code.of("not-known")))
                : new AnswerClarification(offer, item, Sensitive.of("twice a day"), Optional.empty());
    }

    /** Who ought to ask for this, as things stand. */
    Holder entitled(Handoff handoff, HandoffCommand command) {
        Holder sender = handoff.negotiation().sender().orElse(Parties.COORDINATOR);
        Holder owner = handoff.owner().orElse(sender);
        if (command instanceof ReadAnswer c) {
            return handoff.negotiation().offers().get(c.offer()).map(Offer::to).orElse(receiver(handoff));
        }
        if (command instanceof AnswerOffer c) {
            return handoff.negotiation().offers().get(c.offer()).map(Offer::to).orElse(receiver(handoff));
        }
        if (command instanceof MeetCondition c) {
            return handoff.obligations().open().stream()
                    .filter(o -> o.key().subject().equals("offer-" + c.offer() + "-condition-" + c.condition()))
                    .map(Obligation::holder)
                    .findFirst()
                    .orElse(owner);
        }
        if (command instanceof StartAction
                || command instanceof ReportProgress
                || command instanceof CompleteAction
                || command instanceof GiveBack) {
            return owner;
        }
        if (command instanceof ConfirmDecision || command instanceof OvertakeDecision) {
            return random.nextBoolean() ? sender : receiver(handoff);
        }
        return command instanceof AssignPerson || command instanceof AcknowledgeAssignment
                ? assigned(handoff, command)
                : sender;
    }

    private Holder assigned(Handoff handoff, HandoffCommand command) {
        Code kind = command instanceof AssignPerson c ? c.kind() : ((AcknowledgeAssignment) command).kind();
        Optional<Obligation> owed =
                handoff.obligations().openOf(Walk.ID.value(), kind).stream().findFirst();
        Optional<PersonId> proposed = owed.flatMap(Obligation::proposed);
        return owed.map(o -> proposed.isPresent() ? o.holder().heldBy(proposed) : o.holder())
                .orElseGet(this::anybody);
    }
}
