package care.baton.fhir.exchange;

import care.baton.history.Index;
import care.baton.outcome.Copy;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All links of one record to one partner's server. */
public final class Links {

    private static final Links NONE = new Links(Index.empty());

    private final Index<LinkKey, Link> links;

    private Links(Index<LinkKey, Link> links) {
        this.links = links;
    }

    /**
     * No links yet.
     *
     * @return none
     */
    public static Links none() {
        return NONE;
    }

    /**
     * The links that a host had stored.
     *
     * @param stored the links
     * @return the links, by key
     */
    public static Links of(List<Link> stored) {
        Links links = NONE;
        for (Link link : Copy.of(stored, "stored")) {
            links = links.with(link);
        }
        return links;
    }

    /**
     * One link.
     *
     * @param key what it stands for
     * @return the link, if there is one
     */
    public Optional<Link> get(LinkKey key) {
        return links.get(key);
    }

    /**
     * All of them, in a fixed order.
     *
     * @return the links
     */
    public List<Link> all() {
        return links.values();
    }

    /**
     * The link to a resource of the server by which it stands for something in the record; not one by which a Task
     * merely points to it.
     *
     * @param type its type
     * @param id its id there
     * @return the link, if there is one
     */
    public Optional<Link> to(String type, String id) {
        return every(type, id).filter(l -> !Sitting.isFocus(l)).findFirst();
    }

    /** Every link to it: several Tasks may point to one resource. */
    Stream<Link> every(String type, String id) {
        return all().stream().filter(l -> l.key().type().equals(type) && l.id().equals(Optional.of(id)));
    }

    /**
     * These links with one put in its place.
     *
     * @param link the link as it stands now
     * @return the links then
     */
    public Links with(Link link) {
        return new Links(links.with(link.key(), link));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Links that && links.equals(that.links);
    }

    @Override
    public int hashCode() {
        return Objects.hash(links);
    }

    /** How many there are. */
    @Override
    public String toString() {
        return "Links[" + links.size() + "]";
    }
}
