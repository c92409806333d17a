/** Our own small line drawings; decoration only, the words stand beside them. */

import type { SVGProps } from "react";

function Drawing({ children, ...rest }: SVGProps<SVGSVGElement>) {
  return (
    <svg
      width="16"
      height="16"
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
      {...rest}
    >
      {children}
    </svg>
  );
}

export const RefreshIcon = (props: SVGProps<SVGSVGElement>) => (
  <Drawing {...props}>
    <path d="M13 8a5 5 0 1 1-1.6-3.7" />
    <path d="M13.2 1.9v2.9h-2.9" />
  </Drawing>
);

export const DoneIcon = (props: SVGProps<SVGSVGElement>) => (
  <Drawing {...props}>
    <path d="M3.5 8.5l3 3 6-7" />
  </Drawing>
);

export const BlockedIcon = (props: SVGProps<SVGSVGElement>) => (
  <Drawing {...props}>
    <circle cx="8" cy="8" r="5.2" />
    <path d="M4.4 11.6l7.2-7.2" />
  </Drawing>
);
