package dev.photobridge.architecture;

import java.util.Arrays;
import java.util.stream.Stream;

/// A rule of the design. Each permitted type is an enum of rules about one subject.
sealed interface DesignRule
    permits ArrowRules,
        CodeRules,
        ContractRules,
        NamingRules,
        PackageRules,
        PortRules,
        PurityRules,
        TestRules,
        TimeRules {

  /// The rule with its reason and its proof.
  ProvenRule proven();

  /// The code that the rule is about.
  Code code();

  /// Every rule there is.
  static Stream<DesignRule> all() {
    return Arrays.stream(DesignRule.class.getPermittedSubclasses())
        .flatMap(rules -> Arrays.stream(rules.getEnumConstants()))
        .map(DesignRule.class::cast);
  }
}
