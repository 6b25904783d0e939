/// Tables as the elements of an abelian group, so that a shift from table to table can be undone.
///
/// The sum of the groups of each prime factor, digit by digit: twelve tables are two by two by three.
/// Where the number is even this leaves more rounds than going around a ring does (Hall and Paige 1955).
/// A power of a prime is a field as well, and its products are shifts for as many rounds as tables.
struct TopicGroup {
  let order: Int
  /// Sums and differences, row by row.
  private let sums: [Int]
  private let differences: [Int]
  /// Products of a field, row by row; empty where there is none.
  private let products: [Int]

  /// - Parameter isRing: whether tables are to follow each other around a ring.
  init(order: Int, isRing: Bool) {
    self.order = order
    let primes = isRing && order > 1 ? [order] : Self.primes(of: order)
    var (sums, differences) = ([Int](), [Int]())
    for one in 0..<order {
      for other in 0..<order {
        sums.append(Self.digits(one, other, primes) { ($0 + $1) % $2 })
        differences.append(Self.digits(one, other, primes) { ($0 - $1 + $2) % $2 })
      }
    }
    (self.sums, self.differences) = (sums, differences)
    products = Set(primes).count == 1 ? Self.field(primes[0], primes.count, order, sums) : []
  }

  func sum(_ one: Int, _ other: Int) -> Int { sums[one * order + other] }
  func difference(_ one: Int, _ other: Int) -> Int { differences[one * order + other] }
  var isField: Bool { !products.isEmpty }
  func product(_ one: Int, _ other: Int) -> Int { products[one * order + other] }

  private static func primes(of number: Int) -> [Int] {
    var (rest, prime, primes) = (number, 2, [Int]())
    while rest > 1 {
      if rest % prime == 0 {
        primes.append(prime)
        rest /= prime
      } else {
        prime = prime * prime > rest ? rest : prime + 1
      }
    }
    return primes
  }

  private static func digits(
    _ one: Int, _ other: Int, _ primes: [Int], _ combine: (Int, Int, Int) -> Int
  ) -> Int {
    var (one, other, unit, result) = (one, other, 1, 0)
    for prime in primes {
      result += unit * combine(one % prime, other % prime, prime)
      (one, other, unit) = (one / prime, other / prime, unit * prime)
    }
    return result
  }

  /// The products of the field of `prime` to the `degree`, from the powers of an element that runs
  /// through all but 0: x, where x to the degree is replaced by a polynomial found by trying.
  private static func field(_ prime: Int, _ degree: Int, _ order: Int, _ sums: [Int]) -> [Int] {
    if degree == 1 {
      return (0..<order * order).map { $0 / order * ($0 % order) % order }
    }
    func times(_ value: Int, _ factor: Int) -> Int {
      (0..<factor).reduce(0) { sum, _ in sums[sum * order + value] }
    }
    for polynomial in 1..<order {
      var powers = [1]
      while powers.count < order - 1 {
        let last = powers[powers.count - 1]
        let high = last / (order / prime)
        let next = sums[last % (order / prime) * prime * order + times(polynomial, high)]
        guard next > 1 else { break }
        powers.append(next)
      }
      guard powers.count == order - 1, Set(powers).count == powers.count else { continue }
      var logarithm = [Int](repeating: 0, count: order)
      for (exponent, power) in powers.enumerated() { logarithm[power] = exponent }
      return (0..<order * order).map { place in
        let (one, other) = (place / order, place % order)
        return one == 0 || other == 0
          ? 0 : powers[(logarithm[one] + logarithm[other]) % (order - 1)]
      }
    }
    return []
  }
}
