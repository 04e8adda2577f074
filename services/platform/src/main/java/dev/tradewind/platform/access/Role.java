package dev.tradewind.platform.access;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a caller may do; each role contains the ones before it. */
public enum Role {
  /** Reads everything except keys and the audit log. */
  VIEWER,
  /** Sends files and takes them back. */
  SUBMITTER,
  /** Every other write: rules, channels, events, keys; reads the audit log. */
  OPERATOR;

  /** As it is written in annotations, tokens and answers: {@code viewer}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** This role and all that it contains, by their ids. */
  public Set<String> contained() {
    return Arrays.stream(values())
        .filter(role -> contains(role))
        .map(Role::id)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether it contains that role, or is it. */
  public boolean contains(Role other) {
    return compareTo(other) >= 0;
  }

  /** The role of that id, if there is one. */
  public static Optional<Role> of(String id) {
    return Arrays.stream(values()).filter(role -> role.id().equals(id)).findFirst();
  }

  /** The most powerful of these; names that are no roles are passed over. */
  public static Optional<Role> highest(Collection<String> ids) {
    return ids.stream().flatMap(id -> of(id).stream()).max(Comparator.naturalOrder());
  }
}
