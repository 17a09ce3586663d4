package care.baton.catalog;

import care.baton.catalog.ShippedDeck.Card;
import care.baton.consent.Consent;
import care.baton.consent.ConsentCommand;
import care.baton.consent.Given;
import care.baton.consent.Giver;
import care.baton.consent.Sensitivity;
import care.baton.evidence.Described;
import care.baton.json.AnyRecord;
import care.baton.outcome.Code;
import care.baton.party.Holder;
import care.baton.record.CoordinationRecord;
import care.baton.record.OnSharing;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** What somebody could decide about sharing on a record where a shipped pathway runs. */
final class ShippedSharings {

    private final CoordinationRecord record;
    private final SplittableRandom random;
    private final Instant now;

    ShippedSharings(CoordinationRecord record, SplittableRandom random, Instant now) {
        this.record = record;
        this.random = random;
        this.now = now;
    }

    /** Mostly one that can be written down: of somebody who may speak for the person, for a time that lies ahead. */
    private ConsentCommand anyConsent() {
        return Stream.generate(this::drawnConsent)
                .limit(12)
                .filter(this::mayStand)
                .findFirst()
                .orElseGet(this::drawnConsent);
    }

    private ConsentCommand.RecordConsent drawnConsent() {
        return (ConsentCommand.RecordConsent) AnyRecord.of(Described.of(ConsentCommand.RecordConsent.class), random);
    }

    private boolean mayStand(ConsentCommand.RecordConsent drawn) {
        Consent consent = drawn.consent();
        return consent.giver().basis() != Giver.Basis.SELF
                && consent.until().filter(end -> !end.isAfter(now)).isEmpty()
                && drawn.replaces().isEmpty();
    }

    /** That command, mostly about a consent that counts and in the hand of who gave it. */
    Card card(String kind, Holder records) {
        List<Given> counting = record.chart().consents().all().stream()
                .filter(Given::counts)
                .filter(g -> !kind.equals("RevokeConsent") || g.consent().choice() == Consent.Choice.PERMIT)
                .toList();
        if (kind.equals("RecordConsent") || counting.isEmpty() || random.nextInt(6) == 0) {
            return new Card(records, new OnSharing(make(kind)));
        }
        Given given = ShippedDeck.one(random, counting);
        return new Card(
                Scene.named(given.by()),
                new OnSharing(
                        kind.equals("RevokeConsent")
                                ? new ConsentCommand.RevokeConsent(given.number(), Code.of("changed-mind"))
                                : new ConsentCommand.MarkConsentInError(given.number(), Code.of("wrong-person"))));
    }

    ConsentCommand make(String kind) {
        int number = 1 + random.nextInt(1 + record.chart().consents().all().size());
        Code item = Code.of("medication-needs");
        Sensitivity label = ShippedDeck.one(random, List.of(Sensitivity.values()));
        return switch (kind) {
            case "RevokeConsent" -> new ConsentCommand.RevokeConsent(number, Code.of("changed-mind"));
            case "MarkConsentInError" -> new ConsentCommand.MarkConsentInError(number, Code.of("wrong-person"));
            case "LabelInformation" -> new ConsentCommand.LabelInformation(item, label);
            case "RemoveLabel" -> new ConsentCommand.RemoveLabel(item, label, Code.of("wrong"));
            default -> anyConsent();
        };
    }
}
