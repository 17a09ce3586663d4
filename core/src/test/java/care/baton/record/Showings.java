package care.baton.record;

import care.baton.consent.Purpose;
import care.baton.disclosure.DisclosureCommand;
import care.baton.disclosure.DisclosureCommand.BreakGlass;
import care.baton.disclosure.DisclosureCommand.Disclose;
import care.baton.disclosure.DisclosureCommand.KeepConfidential;
import care.baton.disclosure.DisclosureCommand.LiftConfidentiality;
import care.baton.disclosure.DisclosureCommand.ReviewEmergency;
import care.baton.disclosure.Part;
import care.baton.disclosure.Piece;
import care.baton.outcome.Code;
import care.baton.party.Holder;
import java.util.List;
import java.util.Optional;

/** What somebody could want to show to others, or look at in an emergency. */
final class Showings {

    private static final Code WHY = Code.of("asked-for");
    private static final List<Code> ITEMS =
            List.of(HomeStart.ROUTINES, HomeStart.RISKS, HomeStart.PLAN, HomeStart.HOURS, HomeStart.FALLS);

    private Showings() {}

    static Asked deal(Chart chart, Holder by, int n) {
        Holder officer = ViewTest.officer();
        int one = 1 + n / 6 % Math.max(1, chart.disclosures().emergencies().size());
        Holder party = Dealer.pick(Dealer.SEATS, n / 6);
        return switch (n % 6) {
            case 0 -> asked(HomeStart.NURSE, new BreakGlass(HomeStart.RUN, WHY));
            case 1 -> asked(officer, new ReviewEmergency(one, WHY));
            case 2 -> asked(by, new KeepConfidential(party.organization()));
            case 3 -> asked(n % 2 == 0 ? officer : by, new LiftConfidentiality(party.organization(), WHY));
            case 4 -> asked(officer, disclose(party, n, Optional.of(WHY)));
            default -> asked(HomeStart.PLANNER, disclose(party, n, Optional.empty()));
        };
    }

    private static Disclose disclose(Holder to, int n, Optional<Code> law) {
        Purpose purpose = n / 3 % 2 == 0 ? Purpose.TREATMENT : Purpose.CARE_COORDINATION;
        return new Disclose(
                to,
                purpose,
                List.of(new Piece(Dealer.pick(List.of(Part.values()), n / 5), Dealer.pick(ITEMS, n / 7))),
                law);
    }

    private static Asked asked(Holder by, DisclosureCommand command) {
        return new Asked(by, new OnDisclosure(command));
    }
}
