package care.baton.catalog;

import care.baton.catalog.ShippedDeck.Card;
import care.baton.consent.Purpose;
import care.baton.disclosure.DisclosureCommand;
import care.baton.disclosure.DisclosureCommand.BreakGlass;
import care.baton.disclosure.DisclosureCommand.Disclose;
import care.baton.disclosure.DisclosureCommand.KeepConfidential;
import care.baton.disclosure.DisclosureCommand.LiftConfidentiality;
import care.baton.disclosure.DisclosureCommand.ReviewEmergency;
import care.baton.disclosure.Emergency;
import care.baton.disclosure.Part;
import care.baton.disclosure.Piece;
import care.baton.outcome.Code;
import care.baton.party.Holder;
import care.baton.party.OrganizationId;
import care.baton.party.PersonId;
import care.baton.record.CoordinationRecord;
import care.baton.record.OnDisclosure;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** What somebody could show to others, or look at in an emergency, on a record where a shipped pathway runs. */
final class ShippedDisclosures {

    static final List<String> KINDS = Stream.of(DisclosureCommand.class.getPermittedSubclasses())
            .map(Class::getSimpleName)
            .toList();

    private static final Code WHY = Code.of("asked-for");
    private static final Holder SUPERVISOR = Scene.seat("supervisor");
    private static final Holder CLINICIAN =
            Holder.of(SUPERVISOR.organization(), Code.of("clinician"), PersonId.of("p-clinician"));
    private static final Holder OFFICER =
            Holder.of(SUPERVISOR.organization(), Code.of("privacy-officer"), PersonId.of("p-officer"));

    private final CoordinationRecord record;
    private final SplittableRandom random;

    ShippedDisclosures(CoordinationRecord record, SplittableRandom random) {
        this.record = record;
        this.random = random;
    }

    Card make(String kind) {
        return switch (kind) {
            case "Disclose" -> disclose();
            case "BreakGlass" -> new Card(CLINICIAN, new OnDisclosure(new BreakGlass(Scene.RUN, WHY)));
            case "ReviewEmergency" -> {
                int number = record.chart().disclosures().emergencies().stream()
                        .filter(e -> e.finding().isEmpty())
                        .map(Emergency::number)
                        .findFirst()
                        .orElse(1);
                yield new Card(OFFICER, new OnDisclosure(new ReviewEmergency(number, WHY)));
            }
            case "KeepConfidential" -> new Card(SUPERVISOR, new OnDisclosure(new KeepConfidential(party())));
            default -> new Card(OFFICER, new OnDisclosure(new LiftConfidentiality(party(), WHY)));
        };
    }

    private Card disclose() {
        boolean law = random.nextInt(3) > 0;
        Part part = ShippedDeck.one(random, List.of(Part.values()));
        Disclose asked = new Disclose(
                Scene.seat(ShippedDeck.one(random, List.of("case-manager", "person", "scheduler"))),
                ShippedDeck.one(random, List.of(Purpose.values())),
                List.of(new Piece(part, part.code())),
                law ? Optional.of(WHY) : Optional.empty());
        return new Card(law ? OFFICER : SUPERVISOR, new OnDisclosure(asked));
    }

    private OrganizationId party() {
        return Scene.seat(ShippedDeck.one(random, List.of("case-manager", "person", "scheduler")))
                .organization();
    }
}
