package care.baton.record;

import care.baton.evidence.Event;
import care.baton.obligation.ObligationEvent.HolderChanged;
import care.baton.obligation.ObligationEvent.ObligationOpened;
import care.baton.ownership.Member;
import care.baton.party.Holder;
import java.time.Instant;
import java.util.List;

/** Nothing comes to somebody who has left the team: whoever is on duty in their role, or has it now, holds it from the start. */
final class Gone {

    private Gone() {}

    /** Whether a seat is of somebody who took part and has left. */
    static boolean isGone(Chart chart, Holder seat) {
        return chart.team().member(seat).filter(Member::left).isPresent();
    }

    /** Whoever left has passed it on to the role; a role that nobody has here lies with whoever keeps the record. */
    static Holder here(Desk desk, Holder who) {
        if (!desk.chart().team().holds(who)) {
            return desk.seat(who.role());
        }
        return isGone(desk.chart(), who) ? desk.chart().team().onDuty(who, desk.now()) : who;
    }

    /** The same; a role that nobody has there lies with whoever has it here, else with whoever keeps the record. */
    static Holder present(Desk desk, Holder who) {
        return desk.chart().team().holds(who) ? here(desk, who) : desk.seat(who.role());
    }

    /** They happen, to those who are here. */
    static void passedOver(Desk desk, List<? extends Event> events) {
        for (Event event : events) {
            if (event instanceof HolderChanged e && isGone(desk.chart(), e.to())) {
                changed(desk, e);
            } else if (event instanceof ObligationOpened e && isElsewhere(desk.chart(), e)) {
                desk.happens(opened(e, desk.seat(e.holder().role(), e.at())));
            } else if (event instanceof ObligationOpened e && isGone(desk.chart(), e.holder())) {
                desk.happens(opened(e, onDuty(desk, e.holder(), e.at())));
            } else {
                desk.happens(event);
            }
        }
    }

    /** Whether the role that it was meant for is held by another organization now. */
    private static boolean isElsewhere(Chart chart, ObligationOpened event) {
        return Vacancy.passesOn(chart.team(), event.key(), event.holder())
                && chart.team().seatOf(event.holder().role()).isPresent();
    }

    private static void changed(Desk desk, HolderChanged event) {
        Holder to = onDuty(desk, event.to(), event.at());
        boolean has =
                desk.owed().get(event.key()).filter(o -> o.holder().equals(to)).isPresent();
        if (!has) {
            desk.happens(new HolderChanged(event.key(), to, event.at(), event.cause()));
        }
    }

    private static ObligationOpened opened(ObligationOpened e, Holder holder) {
        return new ObligationOpened(
                e.key(),
                e.parent(),
                holder,
                e.owedTo(),
                e.at(),
                e.due(),
                e.next(),
                e.latest(),
                e.least(),
                e.route(),
                e.proof(),
                e.each(),
                e.missed(),
                e.visits());
    }

    private static Holder onDuty(Desk desk, Holder seat, Instant at) {
        return desk.chart().team().onDuty(seat, at);
    }
}
