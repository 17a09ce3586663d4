package care.baton.fhir.explorer;

import care.baton.evidence.Entry;
import care.baton.evidence.Event;
import care.baton.fhir.FhirSystems;
import care.baton.fhir.exchange.Link;
import care.baton.fhir.exchange.LinkKey;
import care.baton.fhir.exchange.Request;
import care.baton.fhir.exchange.Response;
import care.baton.handoff.HandoffCommand.ConfirmDecision;
import care.baton.handoff.HandoffCommand.OfferHandoff;
import care.baton.handoff.Offer;
import care.baton.handoff.OfferState;
import care.baton.party.Holder;
import care.baton.record.RecordCommand;
import care.baton.record.RecordCommand.InHandoff;
import care.baton.record.Rulebook;
import java.util.List;
import java.util.Optional;

/** Step functions that write what they should not, or do not write what they should. */
final class BentWrites {

    private BentWrites() {}

    /** An offer is made while the one before is only about to be withdrawn. */
    static Conduct offersBesideAnOpenOne(Rulebook rules) {
        return new Conduct(rules) {
            @Override
            House decide(Seat seat, House house, Holder by, RecordCommand asked) {
                House after = super.decide(seat, house, by, asked);
                Optional<Offer> withdrawing = Bend.current(house)
                        .filter(o -> o.isLive() && o.withdrawing().isPresent());
                boolean offers = Bend.command(asked)
                        .filter(OfferHandoff.class::isInstance)
                        .isPresent();
                if (after != house || !offers || withdrawing.isEmpty()) {
                    return after;
                }
                RecordCommand confirm = new InHandoff(
                        Cast.HANDOFF,
                        Cast.RUN,
                        new ConfirmDecision(withdrawing.get().number()));
                House before = super.decide(seat, house, by, confirm);
                House there = super.decide(seat, before, by, asked);
                List<Event> made = Forged.since(before.record(), there.record()).stream()
                        .map(Entry::event)
                        .toList();
                return made.isEmpty() ? house : Bend.forged(this, house, by, made.toArray(Event[]::new));
            }
        };
    }

    /** What was about to be sent when the host stopped is taken as sent. */
    static Conduct forgetsWhatItTried(Rulebook rules) {
        return new Conduct(rules) {
            @Override
            Sent plan(Seat seat, House house) {
                boolean tried = house.links().all().stream().anyMatch(l -> l.tried() > 0);
                return tried ? new Sent(house, List.of()) : super.plan(seat, house);
            }
        };
    }

    static Conduct sendsBeforeItStores(Rulebook rules) {
        return new Conduct(rules) {
            @Override
            boolean sendsFirst() {
                return true;
            }
        };
    }

    static Conduct owesNoMark(Rulebook rules) {
        return new Conduct(rules) {
            @Override
            List<Request> requests(House before, List<Request> planned) {
                return planned.stream()
                        .filter(r -> !(r instanceof Request.Update u
                                && u.body().text().contains(FhirSystems.SEEN_BY_SENDER)))
                        .toList();
            }
        };
    }

    /** A Task that was cancelled is taken as if it still stood open. */
    static Conduct writesOverADeadTask(Rulebook rules) {
        return new Conduct(rules) {
            @Override
            Optional<Response> heard(House house, Response response) {
                boolean pending = Bend.says(response, "cancelled")
                        && Bend.offer(house, response)
                                .filter(o -> o.intended().isPresent() && !(o.state() instanceof OfferState.Accepted))
                                .isPresent();
                return Optional.of(pending ? Bend.rewritten(response, t -> t.put("status", "requested")) : response);
            }
        };
    }

    /** An answer counts, whichever request it answers. */
    static Conduct takesInDelayedReads(Rulebook rules) {
        return new Conduct(rules) {
            @Override
            House absorb(Seat seat, House house, Response response) {
                Optional<LinkKey> key = Conduct.key(response);
                if (!(response instanceof Response.Stands s) || key.isEmpty()) {
                    return super.absorb(seat, house, response);
                }
                Link link = house.links().get(key.get()).orElseThrow();
                House waiting = house.with(house.links().with(waiting(link)));
                return super.absorb(
                        seat, waiting, new Response.Stands(s.key(), Math.max(1, link.requests()), s.found()));
            }
        };
    }

    private static Link waiting(Link l) {
        long number = Math.max(1, l.requests());
        return new Link(
                l.key(),
                l.id(),
                l.version(),
                l.seen(),
                l.taken(),
                number,
                number,
                l.again(),
                l.asked(),
                l.ended(),
                l.endedBy(),
                l.beside(),
                l.failures(),
                l.notBefore(),
                l.refused(),
                l.read());
    }
}
