package care.baton.fhir.explorer;

import care.baton.evidence.Event;
import care.baton.fhir.exchange.Response;
import care.baton.fhir.exchange.Response.Found;
import care.baton.handoff.Answer;
import care.baton.handoff.HandoffCommand;
import care.baton.handoff.HandoffCommand.AnswerClarification;
import care.baton.handoff.HandoffCommand.AnswerOffer;
import care.baton.handoff.HandoffCommand.ConfirmDecision;
import care.baton.handoff.HandoffCommand.OvertakeDecision;
import care.baton.handoff.HandoffEvent.AnswerGiven;
import care.baton.handoff.HandoffEvent.OfferMade;
import care.baton.handoff.Offer;
import care.baton.handoff.OfferKind;
import care.baton.handoff.OfferState;
import care.baton.obligation.Obligation;
import care.baton.outcome.Code;
import care.baton.party.Holder;
import care.baton.party.Sensitive;
import care.baton.record.RecordCommand;
import care.baton.record.RecordCommand.InHandoff;
import care.baton.record.Rulebook;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;

/** Step functions that take an answer for what it is not. */
final class BentAnswers {

    private BentAnswers() {}

    private static InHandoff in(HandoffCommand command) {
        return new InHandoff(Cast.HANDOFF, Cast.RUN, command);
    }

    static Conduct withoutOfferNumber(Rulebook rules) {
        return new Conduct(rules) {
            @Override
            House absorb(Seat seat, House house, Response response) {
                House after = super.absorb(seat, house, response);
                Optional<Offer> live = Bend.current(after).filter(Offer::isLive);
                boolean other = Bend.says(response, "accepted")
                        && live.isPresent()
                        && !Bend.offer(house, response).map(Offer::number).equals(live.map(Offer::number));
                return other ? accepted(this, seat, after, live.get()) : after;
            }
        };
    }

    private static House accepted(Conduct conduct, Seat seat, House house, Offer offer) {
        House said = conduct.decide(
                seat, house, offer.to(), in(new AnswerOffer(offer.number(), offer.asked(), new Answer.Accept())));
        return conduct.decide(seat, said, offer.to(), in(new ConfirmDecision(offer.number())));
    }

    static Conduct fromAnotherParty(Rulebook rules) {
        return new Conduct(rules) {
            @Override
            Optional<Response> heard(House house, Response response) {
                boolean another = Bend.task(response)
                        .filter(s -> Server.owner(s.found()).equals("Organization/other"))
                        .isPresent();
                return Optional.of(
                        another
                                ? Bend.rewritten(
                                        response,
                                        t -> t.putObject("owner")
                                                .put(
                                                        "reference",
                                                        Cast.FIRST
                                                                .organization()
                                                                .value()))
                                : response);
            }
        };
    }

    static Conduct afterWithdrawal(Rulebook rules) {
        return new Conduct(rules) {
            @Override
            House absorb(Seat seat, House house, Response response) {
                House after = super.absorb(seat, house, response);
                Optional<Offer> ended = Bend.says(response, "accepted")
                        ? Bend.offer(house, response).filter(o -> o.state() instanceof OfferState.Withdrawn)
                        : Optional.empty();
                return ended.filter(o -> Bend.action(after)
                                .map(Obligation::holder)
                                .filter(Cast.SENDER::equals)
                                .isPresent())
                        .map(o -> Bend.forged(
                                this, after, o.to(), Bend.accepted(after, o, true), Bend.passes(after, o.to())))
                        .orElse(after);
            }
        };
    }

    static Conduct twice(Rulebook rules) {
        return new Conduct(rules) {
            @Override
            House absorb(Seat seat, House house, Response response) {
                House after = super.absorb(seat, house, response);
                Optional<Offer> known = Bend.says(response, "accepted")
                        ? Bend.offer(house, response).filter(o -> o.state() instanceof OfferState.Accepted)
                        : Optional.empty();
                return known.map(o -> Bend.forged(this, after, o.to(), Bend.accepted(after, o, false)))
                        .orElse(after);
            }
        };
    }

    static Conduct letsGoOnOffering(Rulebook rules) {
        return new Conduct(rules) {
            @Override
            List<Event> events(Seat seat, House before, List<Event> made) {
                if (!seat.sends()
                        || !Bend.has(made, OfferMade.class)
                        || Bend.action(before).isEmpty()) {
                    return made;
                }
                return Bend.and(made, Bend.passes(before, Cast.FIRST));
            }
        };
    }

    static Conduct claimsWhatItIntends(Rulebook rules) {
        return new Conduct(rules) {
            @Override
            House decide(Seat seat, House house, Holder by, RecordCommand asked) {
                House after = super.decide(seat, house, by, asked);
                return Bend.accepts(asked) && after != house
                        ? super.decide(seat, after, by, in(new ConfirmDecision(1)))
                        : after;
            }
        };
    }

    static Conduct onAgreementAlone(Rulebook rules) {
        return onTerms(rules, (p, o) -> p.agreed() && !p.openPreconditions().isEmpty());
    }

    static Conduct onPreconditionsAlone(Rulebook rules) {
        return onTerms(rules, (p, o) -> !p.agreed() && p.openPreconditions().isEmpty());
    }

    private static Conduct onTerms(Rulebook rules, BiPredicate<OfferState.Proposed, Offer> enough) {
        return new Conduct(rules) {
            @Override
            House decide(Seat seat, House house, Holder by, RecordCommand asked) {
                Optional<Offer> ready = Bend.current(house)
                        .filter(o -> o.intended().isEmpty()
                                && o.state() instanceof OfferState.Proposed p
                                && enough.test(p, o));
                return Bend.accepts(asked) && ready.isPresent()
                        ? Bend.forged(this, house, by, Bend.intends(ready.get()))
                        : super.decide(seat, house, by, asked);
            }
        };
    }

    static Conduct answerOfAnotherOffer(Rulebook rules) {
        return new Conduct(rules) {
            @Override
            House poll(Seat seat, House house, Server server) {
                House after = super.poll(seat, house, server);
                Optional<Offer> asks = Bend.current(after).filter(o -> o.state() instanceof OfferState.Clarifying);
                boolean answered = !server.page("Communication").resources().isEmpty();
                return asks.isPresent() && answered
                        ? decide(
                                seat,
                                after,
                                Cast.SENDER,
                                in(new AnswerClarification(
                                        asks.get().number(),
                                        ((OfferState.Clarifying) asks.get().state())
                                                .open()
                                                .get(0),
                                        Sensitive.of("In the evening"),
                                        Optional.empty())))
                        : after;
            }
        };
    }

    static Conduct lateAnswerLost(Rulebook rules) {
        return ignoring(
                rules,
                (house, response) -> Bend.says(response, "accepted")
                        && Bend.response(house).filter(o -> o.raised() > 0).isPresent());
    }

    static Conduct completedFirst(Rulebook rules) {
        return ignoring(
                rules,
                (house, response) -> Bend.says(response, "completed")
                        && Bend.offer(house, response).filter(Offer::isLive).isPresent());
    }

    static Conduct backwardIgnored(Rulebook rules) {
        return ignoring(
                rules,
                (house, response) -> Bend.says(response, "requested")
                        && Bend.offer(house, response)
                                .filter(o -> o.state() instanceof OfferState.Accepted)
                                .isPresent());
    }

    static Conduct changedContentUnseen(Rulebook rules) {
        return ignoring(
                rules,
                (house, response) -> Bend.task(response)
                                .filter(s -> s.found()
                                        .json()
                                        .tree()
                                        .path("description")
                                        .asText()
                                        .equals("Three times a week"))
                                .isPresent()
                        && Bend.offer(house, response)
                                .flatMap(Offer::intended)
                                .filter(i -> i.answer() instanceof Answer.Accept)
                                .isPresent()
                        && Bend.says(response, "requested"));
    }

    /** What is read is known, and nothing is made of it. */
    private static Conduct ignoring(Rulebook rules, BiPredicate<House, Response> what) {
        return new Conduct(rules) {
            @Override
            House absorb(Seat seat, House house, Response response) {
                House after = super.absorb(seat, house, response);
                return response instanceof Response.Stands && what.test(house, response)
                        ? house.with(after.links())
                        : after;
            }
        };
    }

    static Conduct bothBidsMove(Rulebook rules) {
        return new Conduct(rules) {
            @Override
            List<Event> events(Seat seat, House before, List<Event> made) {
                Function<AnswerGiven, Boolean> isBid = g -> g.answer() instanceof Answer.Accept
                        && Bend.current(before)
                                .map(c -> before.talks().orElseThrow())
                                .flatMap(t -> t.offers().get(g.number()))
                                .filter(o -> o.kind() == OfferKind.INVITATION)
                                .isPresent();
                return made.stream()
                        .filter(e -> e instanceof AnswerGiven g && isBid.apply(g))
                        .map(e -> Bend.and(made, Bend.passes(before, ((AnswerGiven) e).by())))
                        .findFirst()
                        .orElse(made);
            }
        };
    }

    static Conduct intentDropped(Rulebook rules) {
        return new Conduct(rules) {
            @Override
            House absorb(Seat seat, House house, Response response) {
                House after = super.absorb(seat, house, response);
                Optional<Offer> pending =
                        Bend.current(after).filter(o -> o.intended().isPresent());
                return response instanceof Response.Unknown && pending.isPresent()
                        ? decide(
                                seat,
                                after,
                                seat.own(),
                                in(new OvertakeDecision(pending.get().number(), Code.of("no-answer"))))
                        : after;
            }
        };
    }

    static Conduct withdrawsOverAnAcceptance(Rulebook rules) {
        return new Conduct(rules) {
            @Override
            House absorb(Seat seat, House house, Response response) {
                House after = super.absorb(seat, house, response);
                Optional<Offer> withdrawing = Bend.says(response, "accepted")
                        ? Bend.offer(house, response)
                                .filter(o -> o.withdrawing().isPresent())
                        : Optional.empty();
                return seat.sends() && withdrawing.isPresent()
                        ? decide(
                                seat,
                                house.with(after.links()),
                                seat.own(),
                                in(new ConfirmDecision(withdrawing.get().number())))
                        : after;
            }
        };
    }

    static Conduct endedNotRead(Rulebook rules) {
        return new Conduct(rules) {
            @Override
            Optional<Response> heard(House house, Response response) {
                return Optional.of(
                        response instanceof Response.Page page
                                ? new Response.Page(
                                        page.resources().stream()
                                                .filter(f -> isLive(house, f))
                                                .toList(),
                                        page.until())
                                : response);
            }
        };
    }

    private static boolean isLive(House house, Found found) {
        return house.talks().stream()
                .flatMap(t -> t.offers().values().stream())
                .noneMatch(o -> o.state() instanceof OfferState.Withdrawn
                        && Facts.link(house, o).flatMap(l -> l.id()).equals(Optional.of(found.id())));
    }
}
