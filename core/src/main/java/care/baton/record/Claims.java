package care.baton.record;

import care.baton.evidence.Entry;
import care.baton.handoff.HandoffEvent;
import care.baton.party.Act;
import care.baton.party.Agreement;
import care.baton.party.OrganizationId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The time between another organization's claim and our reading of it. It is taken from that organization and
 * charged to nobody; where their answers are read at an interval, never more than one such interval, for the
 * reading before still showed it open.
 */
final class Claims {

    private record Window(OrganizationId organization, String handoff, Instant from, Instant until) {}

    private final List<Window> windows = new ArrayList<>();

    Claims(CoordinationRecord record, OrganizationId custodian) {
        for (Entry entry : record.ledger().entries()) {
            if (entry.event() instanceof HandoffEvent e) {
                window(record, custodian, entry.act(), e).ifPresent(windows::add);
            }
        }
    }

    private static Optional<Window> window(
            CoordinationRecord record, OrganizationId custodian, Act act, HandoffEvent event) {
        OrganizationId theirs = act.speaker().organization();
        Instant read = act.stamp().recordedAt();
        if (theirs.equals(custodian)) {
            return Optional.empty();
        }
        Optional<Instant> before = record.chart()
                .team()
                .agreement(theirs, read)
                .flatMap(Agreement::polled)
                .map(read::minus);
        return act.stamp()
                .claimedAt()
                .filter(read::isAfter)
                .map(claimed -> before.filter(claimed::isBefore).orElse(claimed))
                .map(from -> new Window(theirs, event.handoff().value(), from, read));
    }

    List<Wait> cut(List<Wait> pieces) {
        List<Wait> done = pieces;
        for (Window window : windows) {
            done = done.stream().flatMap(p -> cut(p, window).stream()).toList();
        }
        return done;
    }

    private static List<Wait> cut(Wait piece, Window window) {
        boolean theirs = piece.key().cause().equals(window.handoff())
                && piece.holder()
                        .filter(h -> h.organization().equals(window.organization()))
                        .isPresent();
        Instant from = piece.from().isAfter(window.from()) ? piece.from() : window.from();
        Instant until = piece.until().isBefore(window.until()) ? piece.until() : window.until();
        if (!theirs || !from.isBefore(until)) {
            return List.of(piece);
        }
        List<Wait> parts = new ArrayList<>();
        if (piece.from().isBefore(from)) {
            parts.add(piece.within(piece.from(), from));
        }
        parts.add(piece.within(from, until).ofTheExchange());
        if (until.isBefore(piece.until())) {
            parts.add(piece.within(until, piece.until()));
        }
        return parts;
    }
}
