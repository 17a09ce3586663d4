package care.baton.record;

import care.baton.disclosure.Access;
import care.baton.disclosure.HandoffSeen.OfferSeen;
import care.baton.disclosure.Part;
import care.baton.disclosure.Piece;
import care.baton.disclosure.PlanSeen;
import care.baton.disclosure.RisksSeen;
import care.baton.disclosure.View;
import care.baton.outcome.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a view shows, told again piece by piece from what stands in it. */
final class Pieces {

    private Pieces() {}

    static List<Piece> of(View view) {
        List<Piece> all = new ArrayList<>();
        view.person().ifPresent(p -> all.add(new Piece(Part.PERSON, Access.IDENTITY)));
        view.facts().forEach(f -> all.add(new Piece(Part.FACTS, f.field())));
        view.warnings().forEach(w -> all.add(new Piece(Part.WARNINGS, w)));
        view.actions().stream().filter(a -> a.own().isEmpty()).forEach(a -> all.add(new Piece(Part.ACTIONS, a.kind())));
        view.notes().forEach(n -> {
            all.add(new Piece(Part.NOTES, n.change()));
            n.items().forEach(i -> all.add(new Piece(Part.NOTES, i.name())));
        });
        view.plans().forEach(p -> planned(all, p));
        RisksSeen risks = view.risks();
        risks.usual().forEach(u -> all.add(new Piece(Part.RISKS, u.subject())));
        risks.observations().forEach(o -> all.add(new Piece(Part.RISKS, o.subject())));
        risks.scores().forEach(s -> all.add(new Piece(Part.RISKS, s.instrument().code())));
        risks.needs().forEach(n -> all.add(new Piece(Part.RISKS, n.need())));
        view.contacts().forEach(c -> {
            c.reason().ifPresent(r -> all.add(new Piece(Part.CONTACTS, r)));
            c.change().ifPresent(r -> all.add(new Piece(Part.CONTACTS, r)));
            c.services().forEach(s -> all.add(new Piece(Part.CONTACTS, s)));
        });
        view.handoffs().stream()
                .filter(h -> h.handoff().isEmpty())
                .flatMap(h -> h.offers().stream())
                .forEach(o -> offered(all, o));
        return all;
    }

    /** One that is shown to others without its name is none of their own. */
    private static void offered(List<Piece> all, OfferSeen offer) {
        List<Code> codes = new ArrayList<>(List.of(offer.asked()));
        offer.reason().ifPresent(codes::add);
        codes.addAll(offer.questions());
        offer.conditions().forEach(c -> codes.add(Code.of(c.kind().name().toLowerCase(Locale.ROOT))));
        codes.forEach(code -> all.add(new Piece(Part.HANDOFFS, code)));
    }

    private static void planned(List<Piece> all, PlanSeen plan) {
        List<Code> codes = new ArrayList<>(List.of(plan.plan()));
        plan.phase().ifPresent(codes::add);
        plan.preferences().forEach(p -> codes.add(p.code()));
        plan.goals().forEach(g -> {
            codes.add(g.code());
            g.targets().forEach(t -> codes.add(t.measure()));
        });
        plan.activities().forEach(a -> codes.addAll(List.of(a.code(), a.kind(), a.subject(), a.purpose())));
        codes.forEach(code -> all.add(new Piece(Part.PLANS, code)));
    }
}
