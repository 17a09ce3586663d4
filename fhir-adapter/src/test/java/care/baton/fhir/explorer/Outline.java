package care.baton.fhir.explorer;

import care.baton.fhir.exchange.Link;
import care.baton.handoff.Negotiation;
import care.baton.handoff.Offer;
import care.baton.handoff.OfferState;
import care.baton.obligation.Key;
import care.baton.obligation.Obligation;
import care.baton.ownership.Member;
import care.baton.party.Sensitive;
import care.baton.record.PathwayRun;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** All that matters of what a house has stored: neither its history nor instants nor how requests are numbered. */
final class Outline {

    private final Map<String, Integer> texts = new HashMap<>();
    private final Map<String, Integer> plains = new HashMap<>();
    private StringBuilder out = new StringBuilder();

    String of(House house) {
        out = new StringBuilder(512);
        out.append(house.spent()).append(house.named());
        house.talks().ifPresent(this::talks);
        for (Obligation o : house.record().chart().obligations().open()) {
            if (o.key().cause().equals(Cast.HANDOFF.value())) {
                obligation(o);
            }
        }
        for (PathwayRun run : house.record().chart().runs().values()) {
            out.append("\nrun ").append(run.stage()).append(run.closedAt().isPresent());
        }
        house.record()
                .chart()
                .evidence()
                .raised()
                .forEach(f -> out.append("\nflag ").append(f.code()).append(f.version()));
        house.record()
                .chart()
                .evidence()
                .approvals()
                .forEach(a -> a.covers().forEach(c -> out.append("\nok ").append(c)));
        for (Member member : house.record().chart().team().members()) {
            out.append(member.left() ? 'x' : '.');
        }
        house.links().all().forEach(l -> link(house, l));
        return out.toString();
    }

    private void talks(Negotiation talks) {
        out.append('\n')
                .append(talks.course())
                .append(talks.occurrence())
                .append(talks.output().size());
        out.append(talks.setAside().size());
        for (Offer o : talks.offers().values()) {
            out.append("\noffer ")
                    .append(o.to().organization().value())
                    .append(' ')
                    .append(state(o));
            o.intended()
                    .ifPresent(i ->
                            out.append(" means ").append(i.answer().getClass().getSimpleName()));
            out.append(o.withdrawing().isPresent() ? " withdrawing" : "")
                    .append(o.rounds())
                    .append(o.clarified());
        }
    }

    static String state(Offer offer) {
        OfferState state = offer.state();
        String name = state.getClass().getSimpleName();
        if (state instanceof OfferState.Clarifying c) {
            return name + c.round() + c.open();
        }
        return state instanceof OfferState.Proposed p ? name + p.conditions().size() + p.agreed() + p.met() : name;
    }

    private void obligation(Obligation o) {
        key(o.key());
        out.append(o.holder().organization().value()).append(o.holder().role());
        out.append(o.holder().person().map(p -> p.value()).orElse("-"));
        out.append(o.proposed().map(p -> p.value()).orElse("-")).append(o.raised());
        o.suspendedBy().forEach(this::key);
    }

    private void key(Key key) {
        out.append('\n')
                .append(key.kind())
                .append(' ')
                .append(key.subject())
                .append(' ')
                .append(key.occurrence());
    }

    private int text(Sensitive words) {
        return words.text().map(t -> texts.computeIfAbsent(t, this::plain)).orElse(-1);
    }

    private int plain(String text) {
        return plains.computeIfAbsent(Server.withoutInstants(text), p -> plains.size());
    }

    private void link(House house, Link l) {
        out.append("\nlink ").append(l.key().type()).append(l.key().part()).append(' ');
        out.append(l.id().orElse("-"))
                .append(' ')
                .append(l.version().orElse("-"))
                .append(' ');
        out.append(text(l.seen())).append(' ').append(text(l.taken())).append(l.endedBy());
        out.append(' ').append(l.tried() > 0).append(l.again());
        out.append(l.asked().map(d -> d.hex().substring(0, 6)).orElse("-"))
                .append(l.ended().orElse("-"));
        out.append(l.refused().map(Object::toString).orElse("-"));
        Optional<Link> task = house.links().all().stream()
                .filter(t -> t.key().type().equals("Task")
                        && l.key().part().startsWith(t.key().part() + "-"))
                .findFirst();
        task.ifPresent(t -> out.append(l.beside() == t.requests() + 1));
    }
}
