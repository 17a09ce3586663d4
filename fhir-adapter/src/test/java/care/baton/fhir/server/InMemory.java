package care.baton.fhir.server;

import care.baton.evidence.Salt;
import care.baton.fhir.exchange.Absorbed;
import care.baton.fhir.exchange.Link;
import care.baton.party.OrganizationId;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

// <records>
/** What stands on the desk of each partner. */
record InMemory(Map<OrganizationId, List<Folder>> desks) implements Records {

    @Override
    public synchronized Optional<Folder> holding(OrganizationId partner, String type, String id) {
        return desks.getOrDefault(partner, List.of()).stream()
                .filter(folder -> folder.links().to(type, id).isPresent())
                .findFirst();
    }

    @Override
    public synchronized List<Link> standing(OrganizationId partner, String type, Query query) {
        return desks.getOrDefault(partner, List.of()).stream()
                .flatMap(folder -> folder.links().all().stream())
                .toList();
    }

    @Override
    public synchronized boolean store(Folder before, Absorbed after) {
        Folder next = new Folder(after.record(), after.links(), before.revision() + 1);
        return desks.values().stream().anyMatch(folders -> Collections.replaceAll(folders, before, next));
    }

    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public Salt salt() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Salt.of(bytes);
    }
}
// </records>
