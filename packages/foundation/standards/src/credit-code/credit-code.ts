import { accept, type Parsed, refuse } from '../result.js'
import { firstMisfit, normaliseCode } from '../text/normalise.js'
import { creditCodeAlphabet, creditCodeCheckCharacter, organisationCodeCheckCharacter } from './check-characters.js'

/** A unified social credit code taken apart. */
export interface CreditCode {
  /** 18 characters. */
  readonly code: string
  /** Registering authority, such as `1` 机构编制, `5` 民政, `9` 市场监管; see `creditCodeAuthorities`. */
  readonly authority: string
  /** Category within the authority, such as `3` under `1` for a people's organisation. */
  readonly category: string
  /** Six digits: division of the registering authority. */
  readonly division: string
  /** Nine characters (GB 11714). */
  readonly organisationCode: string
}

/** Why a code is refused. */
export type CreditCodeReason = 'LENGTH' | 'FORMAT' | 'CHECK'

/** The check character inside the organisation code (GB 11714) does not fit: worth a look, never a reason to refuse. */
export type CreditCodeWarning = 'INNER_CHECK'

/** Reads a unified social credit code (统一社会信用代码, GB 32100-2015). */
export function parseCreditCode(input: unknown): Parsed<CreditCode, CreditCodeReason, CreditCodeWarning> {
  const text = normaliseCode(input)
  if (!text.ok) return text
  const code = text.value
  if (code.length !== 18) return refuse('LENGTH')
  const misfit = firstMisfit(code, fitsPosition)
  if (misfit !== undefined) return refuse('FORMAT', misfit)
  if (code.charAt(17) !== creditCodeCheckCharacter(code.slice(0, 17))) return refuse('CHECK', 17)
  const organisationCode = code.slice(8, 17)
  const isInnerRight = organisationCode.charAt(8) === organisationCodeCheckCharacter(organisationCode.slice(0, 8))
  return accept(
    {
      code,
      authority: code.charAt(0),
      category: code.charAt(1),
      division: code.slice(2, 8),
      organisationCode,
    },
    isInnerRight ? [] : ['INNER_CHECK'],
  )
}

function fitsPosition(character: string, position: number): boolean {
  const isDivision = position >= 2 && position < 8
  return isDivision ? /\d/.test(character) : creditCodeAlphabet.includes(character)
}

/**
 * Builds the credit code of a made-up organisation, both check characters included.
 *
 * @throws RangeError when a part has the wrong shape
 */
export function composeCreditCode(parts: {
  readonly authority: string
  readonly category: string
  readonly division: string
  /** Eight characters of the alphabet of credit codes. */
  readonly organisation: string
}): string {
  const { authority, category, division, organisation } = parts
  const first16 = authority + category + division + organisation
  if (first16.length !== 16 || !/^\d{6}$/.test(division)) throw new RangeError('a part of the credit code is malformed')
  const first17 = first16 + organisationCodeCheckCharacter(organisation)
  return first17 + creditCodeCheckCharacter(first17)
}
