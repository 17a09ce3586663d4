package care.baton.disclosure;

import care.baton.disclosure.HandoffSeen.ConditionSeen;
import care.baton.disclosure.HandoffSeen.OfferSeen;
import care.baton.handoff.Condition;
import care.baton.handoff.Course;
import care.baton.handoff.Negotiation;
import care.baton.handoff.Offer;
import care.baton.handoff.OfferState;
import care.baton.handoff.OfferState.Clarifying;
import care.baton.handoff.OfferState.Declined;
import care.baton.handoff.OfferState.Proposed;
import care.baton.handoff.OfferState.Withdrawn;
import care.baton.handoff.Proceedings;
import care.baton.handoff.Shown;
import care.baton.obligation.Obligation;
import care.baton.obligation.Obligations;
import care.baton.outcome.Code;
import care.baton.party.Holder;
import care.baton.party.Sensitive;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What of the handoffs goes into a view: each offer in which the audience has a side or that is open to it, and of each
 * nothing that an offer to somebody else would change. What is one's own is shown by the work, not by a list: it is
 * neither counted nor written down.
 */
final class ShowingHandoffs {

    private final Sight sight;

    ShowingHandoffs(Sight sight) {
        this.sight = sight;
    }

    List<HandoffSeen> of(List<Negotiation> handoffs, Obligations owed) {
        return handoffs.stream()
                .filter(talks -> talks.course() != Course.RECORDED_IN_ERROR)
                .map(talks -> seen(new Proceedings(talks, owed)))
                .filter(handoff -> !handoff.offers().isEmpty())
                .toList();
    }

    private HandoffSeen seen(Proceedings proceedings) {
        Negotiation talks = proceedings.negotiation();
        List<Offer> offers = talks.offers().values();
        boolean named = sight.relation() != Relation.OTHER || offers.stream().anyMatch(this::isOwn);
        return new HandoffSeen(
                named ? Optional.of(talks.id()) : Optional.empty(),
                offers.stream()
                        .filter(this::isOpen)
                        .map(o -> seen(proceedings, o))
                        .toList());
    }

    /** Others are a party as an organization, whoever keeps the record role by role; the person sees by the list. */
    private boolean isOwn(Offer offer) {
        Holder seat = sight.seat();
        return switch (sight.relation()) {
            case PERSON -> false;
            case KEEPER -> sides(offer).anyMatch(seat::sameRole);
            case OTHER -> sides(offer).map(Holder::organization).anyMatch(seat.organization()::equals);
        };
    }

    private boolean isOpen(Offer offer) {
        Code asked = offer.ask().code();
        if (isOwn(offer)) {
            return opens(true, asked);
        }
        if (sight.isAnySecret(sides(offer))) {
            return false;
        }
        if (sight.isTeaser()) {
            sight.hide(Part.HANDOFFS, asked);
            return false;
        }
        return opens(false, asked);
    }

    private static Stream<Holder> sides(Offer offer) {
        return Stream.of(offer.sender(), offer.to());
    }

    private OfferSeen seen(Proceedings proceedings, Offer offer) {
        boolean own = isOwn(offer);
        return new OfferSeen(
                offer.ask().code(),
                words(offer.ask().description()),
                sight.named(offer.sender()),
                sight.named(offer.to()),
                offer.kind(),
                Shown.of(offer, proceedings, sight.at()),
                reason(offer.state()).filter(why -> opens(own, why)),
                proceedings
                        .response(offer.number())
                        .filter(o -> !o.isSuspended())
                        .map(Obligation::due),
                course(proceedings.negotiation(), offer),
                questions(own, offer.state()),
                conditions(own, offer.state()));
    }

    private boolean opens(boolean own, Code item) {
        if (own) {
            sight.notice(item);
        }
        return own || sight.opens(Part.HANDOFFS, item);
    }

    private Sensitive words(Sensitive words) {
        return sight.isTeaser() ? Sensitive.none() : words;
    }

    /** Once it is given back, nothing tells whether somebody else has it. */
    private static Optional<Course> course(Negotiation talks, Offer offer) {
        return talks.taken()
                .filter(o -> o.number() == offer.number() && talks.course() != Course.OFFERING)
                .map(o -> talks.course());
    }

    private static Optional<Code> reason(OfferState state) {
        if (state instanceof Declined declined) {
            return Optional.of(declined.reason());
        }
        return state instanceof Withdrawn withdrawn ? Optional.of(withdrawn.reason()) : Optional.empty();
    }

    private List<Code> questions(boolean own, OfferState state) {
        return state instanceof Clarifying asking
                ? asking.open().stream().filter(item -> opens(own, item)).toList()
                : List.of();
    }

    private List<ConditionSeen> conditions(boolean own, OfferState state) {
        if (!(state instanceof Proposed proposed)) {
            return List.of();
        }
        return IntStream.rangeClosed(1, proposed.conditions().size())
                .filter(n -> isShown(own, proposed.conditions().get(n - 1)))
                .mapToObj(n -> condition(proposed, n))
                .toList();
    }

    /** A condition has no name of its own: what kind of condition it is has to be open. */
    private boolean isShown(boolean own, Condition condition) {
        return own
                || (!sight.isSecret(condition.holder())
                        && opens(false, Code.of(condition.kind().name().toLowerCase(Locale.ROOT))));
    }

    private ConditionSeen condition(Proposed proposed, int number) {
        Condition one = proposed.conditions().get(number - 1);
        ConditionSeen.State agreed = proposed.agreed() ? ConditionSeen.State.AGREED : ConditionSeen.State.PROPOSED;
        return new ConditionSeen(
                one.kind(),
                sight.named(one.holder()),
                one.due(),
                proposed.met().contains(number) ? ConditionSeen.State.MET : agreed,
                words(one.text()));
    }
}
