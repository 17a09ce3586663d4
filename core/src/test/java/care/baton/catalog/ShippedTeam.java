package care.baton.catalog;

import care.baton.catalog.ShippedDeck.Card;
import care.baton.outcome.Code;
import care.baton.ownership.Absence;
import care.baton.ownership.Member;
import care.baton.party.Agreement;
import care.baton.party.Channel;
import care.baton.party.Credential;
import care.baton.party.Holder;
import care.baton.party.OrganizationKind;
import care.baton.party.PersonId;
import care.baton.pathway.Pathway;
import care.baton.record.CoordinationRecord;
import care.baton.record.RecordCommand.AcknowledgeDuties;
import care.baton.record.RecordCommand.EndAbsence;
import care.baton.record.RecordCommand.JoinTeam;
import care.baton.record.RecordCommand.LeaveTeam;
import care.baton.record.RecordCommand.PlanAbsence;
import care.baton.record.RecordCommand.RecordAgreement;
import care.baton.record.RecordCredential;
import care.baton.time.Elapsed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/** What somebody could ask about who takes part: comings and goings, agreements, credentials. */
final class ShippedTeam {

    static final List<String> KINDS = List.of(
            "JoinTeam",
            "AcknowledgeDuties",
            "PlanAbsence",
            "EndAbsence",
            "LeaveTeam",
            "RecordAgreement",
            "RecordCredential");

    private final CoordinationRecord record;
    private final Pathway pathway;
    private final SplittableRandom random;
    private final Instant now;

    ShippedTeam(CoordinationRecord record, Pathway pathway, SplittableRandom random, Instant now) {
        this.record = record;
        this.pathway = pathway;
        this.random = random;
        this.now = now;
    }

    Card make(String kind) {
        Holder seat = anybody();
        return switch (kind) {
            case "RecordCredential" -> credential();
            case "JoinTeam" -> new Card(anybody(), new JoinTeam(seat, OrganizationKind.CLINIC, List.of()));
            case "AcknowledgeDuties" -> new Card(seat, new AcknowledgeDuties());
            case "PlanAbsence" ->
                new Card(
                        anybody(),
                        new PlanAbsence(
                                seat, new Absence(PersonId.of("p-second-0"), now, now.plus(Duration.ofDays(1)))));
            case "EndAbsence" ->
                new Card(
                        anybody(),
                        new EndAbsence(whoever(m -> m.absentAt(now).isPresent()).orElse(seat)));
            case "LeaveTeam" ->
                new Card(
                        anybody(),
                        new LeaveTeam(
                                whoever(m -> m.left() && random.nextBoolean()).orElse(seat)));
            default ->
                new Card(
                        keeper(),
                        new RecordAgreement(new Agreement(
                                seat.organization(),
                                Channel.ELECTRONIC,
                                new Elapsed(Duration.ofHours(1 + random.nextInt(99))),
                                Optional.empty(),
                                List.of(),
                                now,
                                Optional.empty())));
        };
    }

    private Card credential() {
        Holder whose = Scene.named(anybody());
        Instant until = now.plus(Duration.ofDays(random.nextInt(60) - 20));
        return new Card(
                keeper(),
                new RecordCredential(new Credential(
                        whose.organization(), whose.person(), Code.of("license"), whose.organization(), until)));
    }

    /** Somebody of the house that keeps the record. */
    private Holder keeper() {
        return whoever(m ->
                        record.chart().custodian().equals(Optional.of(m.seat().organization())))
                .orElseGet(() -> Scene.seat(pathway.responsibilities().records().value()));
    }

    private Optional<Holder> whoever(Predicate<Member> is) {
        return record.chart().team().members().stream()
                .filter(is)
                .map(Member::seat)
                .findFirst();
    }

    private Holder anybody() {
        return Scene.seat(ShippedDeck.one(random, pathway.roles()).code().value());
    }
}
